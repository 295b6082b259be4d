package io.github.pollhttp.demo;

/**
 * One thing to try.
 *
 * @param id          names it in the page
 * @param title       names it for a person
 * @param explanation a sentence on what there is to see
 * @param request     what is asked
 * @param expectation how it has to end
 */
public record DemoCase(String id, String title, String explanation, DemoRequest request, Expectation expectation) {}
