package io.github.pollhttp.request;

import io.github.pollhttp.spi.RequestPlatform;

/**
 * The wish to download to a file.
 *
 * @param platform has the files
 * @param path     the file's name
 */
record Downloads(RequestPlatform platform, String path) {
    Download begin(boolean resume, Hop hop) {
        return new Download(platform, path, resume, hop);
    }
}
