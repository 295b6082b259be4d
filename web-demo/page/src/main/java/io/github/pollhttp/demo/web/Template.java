package io.github.pollhttp.demo.web;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/** The element {@code <template>}, which is missing in TeaVM's bindings. */
final class Template {
    private Template() {}

    @JSBody(params = "id", script = "return document.getElementById(id).content.firstElementChild.cloneNode(true);")
    static native HTMLElement copy(String id);
}
