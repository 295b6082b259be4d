package io.github.pollhttp.e2e.browser;

/** A page of any browser. */
public interface BrowserPage extends Realm {
    /** Loads a page and returns when it has loaded. */
    void navigate(String url);
}
