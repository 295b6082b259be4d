package io.github.pollhttp.jvm.http1;

/**
 * Reads the persistence of the connection from the Connection field of a response (RFC 9112 section 9.3). It does not know the body's framing.
 */
final class ConnectionOptions implements ListField {
    private boolean close;
    private boolean keepAlive;

    @Override
    public String lowerCaseName() {
        return "connection";
    }

    @Override
    public void clear() {
        close = false;
        keepAlive = false;
    }

    @Override
    public void element(FieldLines fields, int start, int end) {
        close |= fields.equals(start, end, "close");
        keepAlive |= fields.equals(start, end, "keep-alive");
    }

    /**
     * @param http10 whether the response is HTTP/1.0, which persists only with {@code keep-alive}
     * @return why the connection does not persist, or null if it does
     */
    CloseReason closeReason(boolean http10) {
        if (close) {
            return CloseReason.SERVER_ASKED;
        }
        return http10 && !keepAlive ? CloseReason.HTTP_1_0 : null;
    }
}
