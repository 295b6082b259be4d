package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Drip;
import io.github.pollhttp.request.RetryPolicy;

/**
 * Requests that are sent again. A retry requests the same path and so gets the same response, because the server of a scenario does not count
 * requests. The number and the times of the retries are therefore tested elsewhere, in the tests of {@code HTTPRequest} on the JVM.
 */
final class RetryScenarios {
    private static final String BUSY = "HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy";
    private static final RetryPolicy AT_ONCE = new RetryPolicy(2, 0, 0);

    private RetryScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                named("after its last retry a request completes with the response").answer(BUSY)
                        .set(http -> http.setRetryPolicy(AT_ONCE)).get().traces("SUCCESS:503:busy"),
                named("after its last retry a request completes with the failure")
                        .answer(Answer.of(new Answer.Close())).answer(Answer.text("next"))
                        .set(http -> http.setRetryPolicy(AT_ONCE)).get().get()
                        .traces("CONNECTION_ERROR:0: SUCCESS:200:next"),
                named("a retry waits as long as Retry-After says")
                        .answer("HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 4\r\n\r\nslow")
                        .set(http -> http.setRetryPolicy(RetryPolicy.times(1))).set(http -> http.setTimeout(60)).get()
                        .traces("SUCCESS:429:slow"),
                named("a request is not retried if Retry-After is too long")
                        .answer("HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 4\r\n\r\nbusy")
                        .set(http -> http.setRetryPolicy(RetryPolicy.times(3))).get().traces("SUCCESS:503:busy"),
                named("a request is not retried if Retry-After is longer than the timeout")
                        .answer("HTTP/1.1 503 Busy\r\nRetry-After: 20\r\nContent-Length: 4\r\n\r\nbusy")
                        .set(http -> http.setRetryPolicy(RetryPolicy.times(3))).set(http -> http.setTimeout(10)).get()
                        .traces("SUCCESS:503:busy"),
                named("a POST is not retried").answer(BUSY).set(http -> http.setRetryPolicy(RetryPolicy.times(9)))
                        .request(Method.METHOD_POST, new byte[]{'a'}).traces("SUCCESS:503:busy"),
                named("a request can be cancelled while it waits for a retry").answer(BUSY).answer(Answer.text("next"))
                        .set(http -> http.setRetryPolicy(new RetryPolicy(1, 3600, 3600))).startRequest().frame().frame()
                        .set(http -> http.cancelRequest()).get().traces("REQUEST_FAILED:0: SUCCESS:200:next"),
                named("a slow response is not retried")
                        .answer(Answer.of(new Drip("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")))
                        .set(http -> http.setRetryPolicy(AT_ONCE)).get().traces("SUCCESS:200:hello"));
    }
}
