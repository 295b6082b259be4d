package io.github.pollhttp.web;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RequestUrl;

/** A URL with the text that the browser has made of it. */
final class BrowserUrl extends RequestUrl {
    private final String text;

    BrowserUrl(Endpoint origin, String target, String text) {
        super(origin, target);
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
