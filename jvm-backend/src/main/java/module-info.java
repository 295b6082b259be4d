/**
 * PollHTTP for the desktop JVM: HTTP/1.1 over non-blocking sockets. Add it to the module path or class path; a program calls none of it directly.
 *
 * @since 0.1.0
 */
module io.github.pollhttp.jvm {
    requires io.github.pollhttp;

    provides io.github.pollhttp.internal.DomainEncoder with io.github.pollhttp.jvm.idna.Idna;
    provides io.github.pollhttp.spi.BackendProvider with io.github.pollhttp.jvm.JvmBackendProvider;
}
