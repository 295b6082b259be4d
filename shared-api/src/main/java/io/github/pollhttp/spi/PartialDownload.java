package io.github.pollhttp.spi;

/**
 * The first part of a file, left by a download that was interrupted.
 *
 * @param url            the URL that sent the part, after all redirects. It may contain secrets, so that only the user may read it
 * @param validator      the value for {@code If-Range}: a strong entity tag or a strong modification date (RFC 9110 section 13.1.5)
 * @param length         the number of bytes that the part has
 * @param completeLength the number of bytes that the whole file has, or -1 if it is not known
 */
public record PartialDownload(String url, String validator, long length, long completeLength) {}
