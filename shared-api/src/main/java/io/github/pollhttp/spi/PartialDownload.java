package io.github.pollhttp.spi;

/**
 * The beginning of a file whose download broke off, and what it is the beginning of.
 *
 * @param url       where it came from
 * @param validator what {@code If-Range} takes: a strong entity tag or a strong modification date (RFC 9110 section 13.1.5)
 * @param length    how many bytes are there
 */
public record PartialDownload(String url, String validator, long length) {}
