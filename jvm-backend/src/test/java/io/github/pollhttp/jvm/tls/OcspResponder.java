package io.github.pollhttp.jvm.tls;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import io.github.pollhttp.jvm.testing.RawServer;

/** An OCSP responder (RFC 6960) for the certificates of one authority. The status is good until {@link #revoke}. */
final class OcspResponder implements AutoCloseable {
    private final Identity authority;
    private final RawServer server;
    private final Set<BigInteger> revoked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();

    OcspResponder(Identity authority) throws IOException {
        this.authority = authority;
        server = new RawServer(this::converse);
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    void revoke(Identity identity) {
        revoked.add(identity.certificate().getSerialNumber());
    }

    int requests() {
        return requests.get();
    }

    private void converse(Socket socket) throws Exception {
        byte[] request = readRequest(RawServer.readHead(socket), socket.getInputStream());
        requests.incrementAndGet();
        byte[] answer = answer(new OCSPReq(request)).getEncoded();
        RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nContent-Length: "
                + answer.length + "\r\nConnection: close\r\n\r\n");
        socket.getOutputStream().write(answer);
    }

    /** Reads an OCSP request. A short one is sent by GET, in the path (RFC 6960 appendix A.1). */
    private static byte[] readRequest(String head, InputStream body) throws IOException {
        if (head.startsWith("GET ")) {
            String path = head.substring("GET /".length(), head.indexOf(" HTTP/"));
            return Base64.getDecoder().decode(URLDecoder.decode(path, StandardCharsets.US_ASCII));
        }
        int length = head.toLowerCase(Locale.ROOT).indexOf("content-length:") + "content-length:".length();
        return body.readNBytes(Integer.parseInt(head.substring(length, head.indexOf("\r\n", length)).strip()));
    }

    private OCSPResp answer(OCSPReq request) throws Exception {
        KeyPair keys = authority.keys();
        BasicOCSPRespBuilder builder = new JcaBasicOCSPRespBuilder(keys.getPublic(), sha1());
        for (Req each : request.getRequestList()) {
            CertificateStatus status = revoked.contains(each.getCertID().getSerialNumber())
                    ? new RevokedStatus(new Date(System.currentTimeMillis() - 3_600_000), 1)
                    : CertificateStatus.GOOD;
            builder.addResponse(each.getCertID(), status, new Date(),
                    new Date(System.currentTimeMillis() + 3_600_000), null);
        }
        BasicOCSPResp answer = builder.build(
                new JcaContentSignerBuilder(Issuing.defaultSignature(keys)).build(keys.getPrivate()), null, new Date());
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, answer);
    }

    private static DigestCalculator sha1() throws Exception {
        return new JcaDigestCalculatorProviderBuilder().build()
                .get(RespID.HASH_SHA1);
    }

    /** Makes the responder unreachable. */
    void stop() throws IOException {
        server.close();
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
