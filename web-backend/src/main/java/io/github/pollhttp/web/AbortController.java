package io.github.pollhttp.web;

import org.teavm.jso.JSClass;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** The DOM Standard's {@code AbortController}. */
@JSClass
class AbortController implements JSObject {
    AbortController() {}

    native void abort();

    @JSProperty
    native JSObject getSignal();
}
