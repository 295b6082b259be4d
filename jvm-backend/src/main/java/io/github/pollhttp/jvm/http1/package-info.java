/**
 * The HTTP/1.1 engine (RFC 9112): bytes in, bytes out. It does not know sockets, clocks, threads or the client's status, so that a test can feed it a
 * response whole, byte by byte or in any pieces.
 */
package io.github.pollhttp.jvm.http1;
