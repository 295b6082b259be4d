package io.github.pollhttp.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;

/** The replies that a test has scripted, by method and URL. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /**
     * The replies of one URL, or of all URLs that begin with it.
     *
     * @param method null for all methods
     */
    private record Route(Method method, RequestUrl url, boolean isPrefix, Replies replies) {
        boolean matches(SentRequest request) {
            boolean found = isPrefix
                    ? request.url().startsWith(url.toString())
                    : request.url().equals(url.toString());
            return found && (method == null ? !Cors.isPreflight(request) : method == request.method());
        }

        boolean isLike(Route other) {
            return method == other.method && isPrefix == other.isPrefix && url.equals(other.url);
        }

        @Override
        public String toString() {
            return (method == null ? "" : method.token() + " ") + url + (isPrefix ? "*" : "");
        }
    }

    /** One reply after the other; the last one stays. */
    private static final class Replies {
        private final List<Reply> replies;
        private final Function<SentRequest, Reply> function;
        private int next;

        /** What the function has thrown; null if nothing. */
        private Throwable thrown;

        Replies(List<Reply> replies, Function<SentRequest, Reply> function) {
            this.replies = replies;
            this.function = function;
        }

        Fault connectFault() {
            return replies.isEmpty() ? null : replies.get(next).end().connectFault();
        }

        Reply take(SentRequest request) {
            if (replies.isEmpty()) {
                return ofFunction(request);
            }
            Reply taken = replies.get(next);
            next = Math.min(next + 1, replies.size() - 1);
            return taken;
        }

        /** A function that has thrown is not called again, because a program may send the request in each poll. The same is thrown again. */
        private Reply ofFunction(SentRequest request) {
            this.<RuntimeException>rethrow();
            try {
                return function.apply(request);
            } catch (Throwable e) { // also a checked exception, which a function in Kotlin may throw
                thrown = e;
                throw e;
            }
        }

        @SuppressWarnings("unchecked")
        private <T extends Throwable> void rethrow() throws T {
            if (thrown != null) {
                throw (T) thrown;
            }
        }
    }

    void add(Method method, String url, List<Reply> replies) {
        if (replies.isEmpty()) {
            throw new IllegalArgumentException("there is no reply for " + url + ".");
        }
        add(method, url, new Replies(replies, null));
    }

    void add(Method method, String url, Function<SentRequest, Reply> function) {
        add(method, url, new Replies(List.of(), function));
    }

    private void add(Method method, String url, Replies replies) {
        boolean isPrefix = url.endsWith("*");
        try {
            RequestUrl parsed = RequestUrl.parse(isPrefix ? url.substring(0, url.length() - 1) : url);
            Route route = new Route(method, parsed, isPrefix, replies);
            routes.removeIf(route::isLike);
            routes.add(0, route);
        } catch (RejectionException e) {
            throw new IllegalArgumentException(e.message());
        }
    }

    /** @return the reply to a request by the newest route that matches; null if none does */
    Reply take(SentRequest request) {
        Route route = find(request);
        return route == null ? null : route.replies().take(request);
    }

    private Route find(SentRequest request) {
        for (Route route : routes) {
            if (route.matches(request)) {
                return route;
            }
        }
        return null;
    }

    /** Whether the next reply to a request is a failure to connect. */
    boolean isAway(SentRequest request) {
        Route route = find(request);
        return route != null && route.replies().connectFault() != null;
    }

    /** @return the reply that fails the next connection to an origin, by the newest route; null if none does */
    Reply takeConnectFault(String origin) {
        for (Route route : routes) {
            if (route.url().origin().origin().equals(origin) && route.replies().connectFault() != null) {
                return route.replies().take(null);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return routes.toString();
    }
}
