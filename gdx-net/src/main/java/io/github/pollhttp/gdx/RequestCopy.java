package io.github.pollhttp.gdx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.badlogic.gdx.Net.HttpRequest;
import com.badlogic.gdx.utils.StreamUtils;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.request.HTTPResponse;

/**
 * What a libGDX request says at the moment when it is sent, in the words of PollHTTP.
 *
 * @param url     the URL with the query
 * @param headers the header lines to send
 * @param method  the method
 * @param body    the body, empty for none
 * @param options the options
 */
record RequestCopy(String url, List<String> headers, Method method, byte[] body, RequestOptions options) {
    private static final byte[] NO_BODY = {};
    private static final String METHOD_PREFIX = "METHOD_";

    /**
     * Copies a request, and reads its content stream to the end.
     *
     * @throws RequestFailedException if the request has no URL or no method that exists, or if its stream cannot be read
     */
    static RequestCopy of(HttpRequest request) {
        String url = request.getUrl();
        if (url == null) {
            throw rejected("", "The request has no URL. Set one with setUrl.");
        }
        Method method = method(request);
        boolean inQuery = method == Method.METHOD_GET || method == Method.METHOD_HEAD;
        return new RequestCopy(inQuery ? withQuery(url, request.getContent()) : url,
                HeaderLines.of(request, !inQuery && method != Method.METHOD_PUT), method,
                inQuery ? NO_BODY : body(request), RequestOptions.of(request));
    }

    private static RequestFailedException rejected(String url, String message) {
        return new RequestFailedException(response(url, message));
    }

    private static HTTPResponse response(String url, String message) {
        return HTTPResponse.of(Result.RESULT_REQUEST_FAILED, url, () -> message);
    }

    private static Method method(HttpRequest request) {
        String name = request.getMethod();
        for (Method each : Method.values()) {
            if (each.name().substring(METHOD_PREFIX.length()).equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw rejected(request.getUrl(), name == null
                ? "The request has no method. Set one of Net.HttpMethods with setMethod."
                : "The method of the request is unknown. Use one of Net.HttpMethods.");
    }

    private static String withQuery(String url, String query) {
        if (query == null || query.isEmpty()) {
            return url;
        }
        int fragment = url.indexOf('#');
        String target = fragment < 0 ? url : url.substring(0, fragment);
        return target + (target.indexOf('?') < 0 ? '?' : '&') + query;
    }

    private static byte[] body(HttpRequest request) {
        if (request.getContent() != null) {
            return request.getContent().getBytes(StandardCharsets.UTF_8);
        }
        InputStream stream = request.getContentStream();
        if (stream == null) {
            return NO_BODY;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            StreamUtils.copyStream(stream, body);
        } catch (IOException e) {
            throw new RequestFailedException(
                    response(request.getUrl(), "The content stream of the request could not be read."), e);
        }
        return body.toByteArray();
    }
}
