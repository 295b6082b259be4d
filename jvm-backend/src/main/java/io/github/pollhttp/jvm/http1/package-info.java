/**
 * The engine: HTTP/1.1 (RFC 9112) as bytes in and bytes out. It knows no socket, no clock, no thread and no status, so that a test feeds it
 * a response whole, byte by byte or cut anywhere.
 */
package io.github.pollhttp.jvm.http1;
