package io.github.pollhttp.jvm.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.net.ConnectStep;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.jvm.net.Failures;
import io.github.pollhttp.jvm.net.Selectable;
import io.github.pollhttp.jvm.net.WaitSet;

/**
 * Asks a SOCKS 5 proxy for a connection (RFC 1928), with user and password if the proxy requires them (RFC 1929). Reads exactly the bytes of each
 * reply, because the bytes after the last reply belong to the origin.
 */
public final class Socks5 implements ConnectStep {
    private static final int VERSION = 5;
    private static final int PASSWORD_VERSION = 1;
    private static final int NO_AUTHENTICATION = 0;
    private static final int USER_PASSWORD = 2;
    private static final int NO_METHOD = 0xFF;

    private enum Expect {
        METHOD, PASSWORD_STATUS, REPLY, ADDRESS_KIND, ADDRESS
    }

    private final StreamPeer proxy;
    private final SocksAddress target;
    private final ProxyCredentials credentials;
    private final Failures failures;
    private Expect expect = Expect.METHOD;
    private ByteBuffer out;
    private ByteBuffer in = ByteBuffer.allocate(2);

    /**
     * @param proxy       connected to the proxy
     * @param target      the origin to connect to
     * @param credentials user and password for the proxy, or null
     * @param failures    makes the failures of this step
     */
    public Socks5(StreamPeer proxy, SocksAddress target, ProxyCredentials credentials, Failures failures) {
        this.proxy = proxy;
        this.target = target;
        this.credentials = credentials;
        this.failures = failures;
        this.out = credentials == null
                ? bytes(VERSION, 1, NO_AUTHENTICATION)
                : bytes(VERSION, 2, NO_AUTHENTICATION, USER_PASSWORD);
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    @Override
    public StreamPeer poll() throws FailureException {
        try {
            while (exchange()) {
                if (expect == Expect.ADDRESS) {
                    return proxy;
                }
                takeReply();
            }
            return null;
        } catch (IOException e) {
            close();
            throw failures.proxyClosed(e);
        } catch (FailureException e) {
            close();
            throw e;
        }
    }

    /**
     * Sends and receives as many bytes as possible without waiting.
     *
     * @return whether the expected bytes are complete
     */
    private boolean exchange() throws IOException, FailureException {
        if (out.hasRemaining()) {
            proxy.write(out);
        }
        if (in.hasRemaining() && proxy.read(in) < 0) {
            throw failures.proxyClosed(null);
        }
        return !in.hasRemaining();
    }

    private void takeReply() throws FailureException {
        switch (expect) {
            case METHOD -> takeMethod(unsigned(0), unsigned(1));
            case PASSWORD_STATUS -> takePasswordStatus(unsigned(1));
            case REPLY -> takeConnectReply(unsigned(0), unsigned(1));
            default -> takeAddressKind(unsigned(1), unsigned(2));
        }
    }

    private int unsigned(int index) {
        return in.get(index) & 0xFF;
    }

    private void takeMethod(int version, int method) throws FailureException {
        checkVersion(version);
        if (method == USER_PASSWORD && credentials != null) {
            sendPassword();
        } else if (method == NO_AUTHENTICATION) {
            sendConnect();
        } else if (method == NO_METHOD) {
            throw failures.proxyRefused(credentials == null
                    ? "the proxy requires a user and a password; set them in its host, as user:password@host"
                    : "the proxy does not support authentication by user and password; check its settings");
        } else {
            throw failures.proxyMalformed(
                    "the proxy chose authentication method " + method + ", which was not offered to it");
        }
    }

    private void checkVersion(int version) throws FailureException {
        if (version != VERSION) {
            throw failures.proxyMalformed("the proxy's reply begins with byte 0x" + Integer.toHexString(version)
                    + ", so it does not speak SOCKS 5; check its port and the socks5:// in its host");
        }
    }

    private void sendPassword() {
        out = ByteBuffer.allocate(3 + credentials.user().length + credentials.password().length)
                .put((byte) PASSWORD_VERSION)
                .put((byte) credentials.user().length)
                .put(credentials.user())
                .put((byte) credentials.password().length)
                .put(credentials.password())
                .flip();
        await(Expect.PASSWORD_STATUS, 2);
    }

    private void takePasswordStatus(int status) throws FailureException {
        if (status != 0) {
            throw failures.proxyRefused(
                    "the proxy did not accept the user and password; check them in its host, user:password@host");
        }
        sendConnect();
    }

    private void sendConnect() {
        out = target.connectRequest();
        await(Expect.REPLY, 2);
    }

    private void takeConnectReply(int version, int reply) throws FailureException {
        checkVersion(version);
        if (reply != 0) {
            throw failures.proxyRefused(
                    "the proxy could not connect to the host; it answered " + reply + ": "
                            + SocksAddress.meaning(reply));
        }
        await(Expect.ADDRESS_KIND, 3); // a reserved byte, the type of the address, and the first byte of the address
    }

    /** The reply contains the address that the proxy connects from. It is not used, but its length tells where the reply ends. */
    private void takeAddressKind(int kind, int first) throws FailureException {
        int rest = SocksAddress.bytesAfter(first, kind);
        if (rest < 0) {
            throw failures.proxyMalformed("the proxy's reply has an address of the unknown type " + kind);
        }
        await(Expect.ADDRESS, rest);
    }

    private void await(Expect next, int length) {
        expect = next;
        in = ByteBuffer.allocate(length);
    }

    @Override
    public void awaitedBy(WaitSet waitSet) {
        Selectable.await(proxy, waitSet, out.hasRemaining());
    }

    @Override
    public void close() {
        proxy.close();
    }
}
