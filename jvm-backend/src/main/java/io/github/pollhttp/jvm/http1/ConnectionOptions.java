package io.github.pollhttp.jvm.http1;

/** What the Connection field of a response says about persistence (RFC 9112 section 9.3). */
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

    /** @return null if the connection goes on */
    CloseReason closeReason(boolean http10) {
        if (close) {
            return CloseReason.SERVER_ASKED;
        }
        return http10 && !keepAlive ? CloseReason.HTTP_1_0 : null;
    }
}
