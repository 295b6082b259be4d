package io.github.pollhttp.demo.server.game;

import java.util.Locale;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Says how the server behaves. {@code POST /game/control?mode=away&cors=off} changes it; {@link Mode} has the modes. */
final class Control {
    private static final String LOOPBACK = "127.0.0.1";

    private volatile Mode mode = Mode.NORMAL;
    private volatile boolean cors = true;

    Mode mode() {
        return mode;
    }

    /** Whether pages of other origins may read the answers. */
    boolean allowsOtherOrigins() {
        return cors;
    }

    /** Takes requests of programs on this machine only. A browser adds {@code Origin} to the request of any page. */
    void handle(Request request, Response response, Callback callback) {
        boolean allowed = request.getMethod().equals("POST") && !request.getHeaders().contains(HttpHeader.ORIGIN)
                && LOOPBACK.equals(Request.getRemoteAddr(request));
        if (!allowed) {
            response.setStatus(HttpStatus.FORBIDDEN_403);
        } else if (change(Request.extractQueryParameters(request))) {
            response.setStatus(HttpStatus.NO_CONTENT_204);
        } else {
            response.setStatus(HttpStatus.BAD_REQUEST_400);
        }
        callback.succeeded();
    }

    /** @return false if the mode is unknown */
    private boolean change(Fields query) {
        String newMode = query.getValue("mode");
        String newCors = query.getValue("cors");
        try {
            mode = newMode == null ? mode : Mode.valueOf(newMode.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
        cors = newCors == null ? cors : newCors.equals("on");
        return true;
    }
}
