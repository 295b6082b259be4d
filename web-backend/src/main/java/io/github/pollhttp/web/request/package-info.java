/** What {@code HTTPRequest} needs of the browser: files of the origin private file system (File System Standard). */
package io.github.pollhttp.web.request;
