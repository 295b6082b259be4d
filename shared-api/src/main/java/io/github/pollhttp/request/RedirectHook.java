package io.github.pollhttp.request;

import java.util.List;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Decides about each redirect before it is followed. A program uses it to allow only certain hosts (against server-side request forgery), or to keep
 * headers of its own, such as {@code X-Api-Key}, within one origin. The library itself removes {@code Authorization}, {@code Cookie},
 * {@code Proxy-Authorization} and {@code Host} when the origin changes.
 *
 * <pre>{@code
 * // http is an HTTPRequest; show(String) is a method of your game.
 * RedirectHook hook = (url, headers) -> url.startsWith("https://example.com/") ? headers : null;
 * if (http.setRedirectHook(hook) != ErrorCode.OK) {
 *     show(http.getRejection());
 * }
 * }</pre>
 *
 * @see HTTPRequest#setRedirectHook
 */
@FunctionalInterface
@NullMarked
public interface RedirectHook {
    /**
     * Called before a redirect is followed, after the library's own checks. With {@link HTTPRequest#setUseThreads}, the library's thread calls it;
     * otherwise the thread that calls {@link HTTPRequest#poll}. If it throws, the request ends in {@link HTTPRequest.Result#RESULT_REQUEST_FAILED},
     * and {@code poll()} throws the exception after it has called the listener.
     *
     * @param url     the URL to request next: absolute, in the spelling of the URL Standard, without a fragment
     * @param headers the header lines to send, unmodifiable: those of the program that are left
     * @return the header lines to send, usually all or some of the given ones; null to refuse the redirect, so that the request ends in
     *         {@link HTTPRequest.Result#RESULT_REQUEST_FAILED} with the code and the headers of the redirect
     */
    @Nullable
    List<String> beforeRedirect(String url, List<String> headers);
}
