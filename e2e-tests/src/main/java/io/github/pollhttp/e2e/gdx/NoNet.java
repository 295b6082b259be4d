package io.github.pollhttp.e2e.gdx;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.net.ServerSocket;
import com.badlogic.gdx.net.ServerSocketHints;
import com.badlogic.gdx.net.Socket;
import com.badlogic.gdx.net.SocketHints;

/** The Net that a game had before. No scenario calls it, because PollNet sends all HTTP requests. */
public final class NoNet implements Net {
    @Override
    public void sendHttpRequest(HttpRequest httpRequest, HttpResponseListener httpResponseListener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancelHttpRequest(HttpRequest httpRequest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isHttpRequestPending(HttpRequest httpRequest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket newServerSocket(Protocol protocol, String hostname, int port, ServerSocketHints hints) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket newServerSocket(Protocol protocol, int port, ServerSocketHints hints) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket newClientSocket(Protocol protocol, String host, int port, SocketHints hints) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean openURI(String uri) {
        throw new UnsupportedOperationException();
    }
}
