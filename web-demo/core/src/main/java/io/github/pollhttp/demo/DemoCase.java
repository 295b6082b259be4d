package io.github.pollhttp.demo;

/**
 * One request of the demo, with the result that it must have.
 *
 * @param id          identifies it in the page
 * @param title       heading for people
 * @param explanation a sentence that says what the case shows
 * @param request     the request
 * @param expectation the result that it must have; null if a visitor has chosen the URL
 */
public record DemoCase(String id, String title, String explanation, DemoRequest request, Expectation expectation) {}
