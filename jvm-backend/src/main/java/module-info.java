/** PollHTTP on the desktop JVM: HTTP/1.1 over non-blocking sockets. Put it on the path; nothing in it is for a program to call. */
module io.github.pollhttp.jvm {
    requires io.github.pollhttp;

    provides io.github.pollhttp.spi.BackendProvider with io.github.pollhttp.jvm.JvmBackendProvider;
}
