package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Engine;

/** Redirects (RFC 9110 section 15.4; Fetch Standard, HTTP-redirect fetch): which are followed, and what the next request contains. */
final class RedirectScenarios {
    private static final String FOLLOWED = "SUCCESS:200:GET_/.../1_";
    private static final String BROWSER_FOLLOWS = "the browser follows redirects itself and reports those that it does not follow as a network error";

    private RedirectScenarios() {}

    static List<RequestScenario> list() {
        List<RequestScenario> all = new ArrayList<>();
        for (int code : new int[]{301, 302, 303, 307, 308}) {
            all.add(named(code + " is followed").answer(Answer.redirect(code, "1")).answer(Answer.reveal()).get()
                    .traces(FOLLOWED));
            all.add(becomes(code, Method.METHOD_POST, code < 304 ? "GET" : "POST"));
            all.add(becomes(code, Method.METHOD_PUT, code == 303 ? "GET" : "PUT"));
            all.add(headStays(code));
        }
        all.add(leadsTo("a sibling path", "1"));
        all.add(leadsTo("a path with dot segments", "./x/../1"));
        all.add(leadsTo("a path with a parent segment", "../{id}/1"));
        all.add(leadsTo("an absolute path", "/{id}/1"));
        all.add(leadsTo("a URL without a scheme", "//{here}/{id}/1"));
        all.add(leadsTo("an absolute URL", "http://{here}/{id}/1"));
        all.add(leadsTo("a URL with an upper-case scheme", "HTTP://{here}/{id}/1"));
        all.add(leadsTo("a URL with a fragment", "1#part"));
        all.addAll(acrossOrigins());
        all.addAll(notFollowed());
        return all;
    }

    private static RequestScenario becomes(int code, Method method, String then) {
        String name = method.name().substring("METHOD_".length());
        boolean kept = name.equals(then);
        RequestScenario scenario = named(name + (kept ? " stays " : " becomes ") + then + " on " + code)
                .answer(Answer.redirect(code, "1"))
                .answer(Answer.reveal("Content-Type", "X-A"))
                .request(method, new byte[]{'b'}, "Content-Type: text/x", "X-A: 1")
                .traces("SUCCESS:200:" + then + "_/.../1_" + (kept ? "b_Content-Type=text/x" : "_Content-Type=null")
                        + "_X-A=1");
        return kept
                ? scenario.butIn(Engine.NODE, "CONNECTION_ERROR:0:",
                        "Node 20 (undici 6) cannot send the bytes of a body a second time")
                : scenario;
    }

    private static RequestScenario headStays(int code) {
        return named("HEAD stays HEAD on " + code).answer("HTTP/1.1 " + code + " R\r\nLocation: 1\r\n\r\n")
                .answer("HTTP/1.1 200 OK\r\nX-End: 1\r\n\r\n").request(Method.METHOD_HEAD, new byte[0])
                .thenHeader("X-End")
                .traces("SUCCESS:200: X-End:1");
    }

    private static RequestScenario leadsTo(String what, String location) {
        String name = "a redirect may lead to " + what;
        return named(name).answer(Answer.redirect(302, location.replace("{id}", name.replace(' ', '-'))))
                .answer(Answer.reveal()).get().traces(FOLLOWED);
    }

    private static List<RequestScenario> acrossOrigins() {
        return List.of(
                named("a redirect within the origin keeps Authorization").answer(Answer.redirect(307, "1"))
                        .answer(Answer.reveal("Authorization")).get("Authorization: Basic eA==")
                        .traces(FOLLOWED + "_Authorization=Basic_eA=="),
                crossing("a redirect to another origin drops Authorization", "Authorization=null_X-A=1"),
                named("a redirect back to the origin does not restore Authorization")
                        .answer(Answer.redirect(307,
                                "http://{there}/a-redirect-back-to-the-origin-does-not-restore-Authorization/1"))
                        .answer(Answer.redirect(307,
                                "http://{there}/a-redirect-back-to-the-origin-does-not-restore-Authorization/2"))
                        .answer(Answer.reveal("Authorization")).get("Authorization: Basic eA==")
                        .traces("SUCCESS:200:GET_/.../2__Authorization=null")
                        .butIn(Engine.WEBKIT, "CONNECTION_ERROR:0:",
                                "WebKit does not follow a redirect from another origin back to the page's own"),
                named("three redirects are followed").answer(Answer.redirect(301, "1"))
                        .answer(Answer.redirect(302, "2"))
                        .answer(Answer.redirect(308, "3")).answer(Answer.reveal()).get()
                        .then("end", http -> http.getResponseUrl().endsWith("/three-redirects-are-followed/3"))
                        .traces("SUCCESS:200:GET_/.../3_ end:true"),
                named("only the JVM knows the URLs between two redirects").answer(Answer.redirect(301, "1"))
                        .answer(Answer.redirect(302, "2")).answer(Answer.reveal()).get()
                        .then("urls", http -> http.getRedirects().size()).traces("SUCCESS:200:GET_/.../2_ urls:2")
                        .butInBrowser("SUCCESS:200:GET_/.../2_ urls:0", "a browser reports only the last URL"));
    }

    private static RequestScenario crossing(String name, String revealed) {
        return named(name).answer(Answer.redirect(307, "http://{there}/" + name.replace(' ', '-') + "/1"))
                .answer(Answer.reveal("Authorization", "X-A")).get("Authorization: Basic eA==", "X-A: 1")
                .traces(FOLLOWED + "_" + revealed);
    }

    private static List<RequestScenario> notFollowed() {
        return List.of(
                named("two different Location fields are a failure")
                        .answer("HTTP/1.1 302 Found\r\nLocation: 1\r\nLocation: 2\r\nContent-Length: 0\r\n\r\n").get()
                        .traces("REQUEST_FAILED:302:").butInBrowser("CONNECTION_ERROR:0:", BROWSER_FOLLOWS),
                named("two equal Location fields are one redirect")
                        .answer("HTTP/1.1 302 Found\r\nLocation: 1\r\nLocation: 1\r\nContent-Length: 0\r\n\r\n")
                        .answer(Answer.text("hello")).get().traces("SUCCESS:200:hello")
                        .butIn(List.of(Engine.WEBKIT, Engine.NODE), "CONNECTION_ERROR:0:",
                                "WebKitGTK and Node do not accept two Location fields, even if they are equal"),
                named("a redirect status without Location is not followed")
                        .answer("HTTP/1.1 302 Found\r\nContent-Length: 5\r\n\r\nhello").get()
                        .traces("SUCCESS:302:hello"),
                named("300 is not followed")
                        .answer("HTTP/1.1 300 Choices\r\nLocation: 1\r\nContent-Length: 5\r\n\r\nhello").get()
                        .traces("SUCCESS:300:hello"),
                named("one redirect over the limit is a failure").answer(Answer.redirect(302, "1"))
                        .answer(Answer.redirect(302, "2")).answer(Answer.reveal()).set(http -> http.setMaxRedirects(1))
                        .get().traces("REDIRECT_LIMIT_REACHED:302:")
                        .butInBrowser("SUCCESS:200:GET_/.../2_", "the browser's own limit of 20 redirects applies"),
                fails("a redirect loop is a failure", "0", "REDIRECT_LIMIT_REACHED"),
                fails("a redirect to ftp is a failure", "ftp://127.0.0.1/", "REQUEST_FAILED"),
                fails("a redirect to javascript is a failure", "javascript:alert(1)", "REQUEST_FAILED"),
                fails("a redirect to data is a failure", "data:text/plain,hello", "REQUEST_FAILED"),
                fails("a redirect to a URL with a password is a failure", "http://a:b@{there}/x/1", "REQUEST_FAILED"),
                fails("a redirect to an invalid port is a failure", "http://127.0.0.1:65536/", "REQUEST_FAILED"),
                fails("a redirect to an IPv6 address without brackets is a failure", "//::1:2:3/", "REQUEST_FAILED"));
    }

    private static RequestScenario fails(String name, String location, String result) {
        return named(name).answer(Answer.redirect(302, location)).get().traces(result + ":302:")
                .butInBrowser("CONNECTION_ERROR:0:", BROWSER_FOLLOWS);
    }
}
