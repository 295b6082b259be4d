/** PollHTTP in the browser, over {@code fetch}, compiled by TeaVM. Put it on the path; nothing in it is for a program to call. */
@SuppressWarnings("requires-automatic") // TeaVM's jars have module names, and no descriptors
module io.github.pollhttp.web {
    requires io.github.pollhttp;
    requires static org.teavm.jso;
    requires static org.teavm.jso.apis;

    provides io.github.pollhttp.spi.BackendProvider with io.github.pollhttp.web.WebBackendProvider;
}
