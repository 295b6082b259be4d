/**
 * PollHTTP in the browser, over {@code fetch}, compiled by TeaVM. It only has to be on the path; programs do not call its classes.
 *
 * @since 0.1.0
 */
@SuppressWarnings("requires-automatic") // TeaVM's jars have module names but no descriptors
module io.github.pollhttp.web {
    requires io.github.pollhttp;
    requires static teavm.interop;
    requires static org.teavm.jso;
    requires static org.teavm.jso.apis;

    provides io.github.pollhttp.spi.BackendProvider with io.github.pollhttp.web.WebBackendProvider;
}
