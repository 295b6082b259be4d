package io.github.pollhttp;

import java.util.List;
import java.util.Objects;

/**
 * How a TLS connection is checked, after Godot's {@code TLSOptions}. Certificates are PEM text, so that shared code compiles for the
 * browser; the browser itself checks certificates as it always does and ignores all of this but the wish for TLS.
 *
 * <p>
 * On the JVM, TLS 1.2 and 1.3 are spoken, with the ciphers, key sizes and signatures that the JDK allows (its security properties
 * {@code jdk.tls.disabledAlgorithms} and {@code jdk.certpath.disabledAlgorithms}). PEM text that cannot be read makes the connection fail with
 * {@link Failure.Phase#TLS}. Connections with equal options to the same host and port resume each other's sessions (RFC 8446 section 2.2); a
 * resumed session was checked when it began.
 *
 * <p>
 * An instance is immutable and may serve any number of clients on any thread. Two that say the same are equal.
 *
 * @see <a href="https://docs.godotengine.org/en/stable/classes/class_tlsoptions.html">Godot's TLSOptions</a>
 */
public final class TLSOptions {
    private static final String PIN_PREFIX = "sha256/";
    private static final int PIN_LENGTH = PIN_PREFIX.length() + 44; // 32 bytes in base64

    /** Whether to ask if the server's certificate was revoked. */
    public enum Revocation {
        /** Do not ask. */
        UNCHECKED,
        /**
         * Refuse what is known to be revoked, and accept what cannot be found out: only the server's own certificate is asked for, by OCSP, and
         * its responder is waited for no longer than two seconds.
         */
        SOFT_FAIL,
        /**
         * Refuse what is not known to be good: each certificate of the chain but the trusted one must have a good OCSP answer or, without one, be
         * missing from the list that its issuer publishes (CRL).
         */
        HARD_FAIL
    }

    private record Trust(boolean unsafe, String chain, boolean onlyChain, String name) {}

    private record ClientCertificate(String chain, String privateKey) {}

    private final Trust trust;
    private final ClientCertificate clientCertificate;
    private final List<String> pins;
    private final Revocation revocation;

    private TLSOptions(Trust trust) {
        this(trust, null, List.of(), Revocation.SOFT_FAIL);
    }

    private TLSOptions(Trust trust, ClientCertificate clientCertificate, List<String> pins, Revocation revocation) {
        this.trust = trust;
        this.clientCertificate = clientCertificate;
        this.pins = pins;
        this.revocation = revocation;
    }

    /**
     * Checks the chain against the platform's trust store (on the JVM that of the JDK, or of {@code javax.net.ssl.trustStore}), and the
     * host's name or address against the certificate's subject alternative names (RFC 9525).
     *
     * @return the options that {@code https://} implies
     */
    public static TLSOptions client() {
        return new TLSOptions(new Trust(false, null, false, null));
    }

    /**
     * The same, and trusts some more certificates.
     *
     * @param trustedChain PEM text of one or more certificates
     * @return the options
     */
    public static TLSOptions client(String trustedChain) {
        return new TLSOptions(new Trust(false, Objects.requireNonNull(trustedChain), false, null));
    }

    /**
     * The same, and expects another name in the certificate than the host's. A certificate without any subject alternative name, such as
     * Godot makes them, may have it as its common name. The server is still asked for the host's name (SNI).
     *
     * @param trustedChain       PEM text of one or more certificates
     * @param commonNameOverride the name that the certificate must be for
     * @return the options
     */
    public static TLSOptions client(String trustedChain, String commonNameOverride) {
        return new TLSOptions(new Trust(false, Objects.requireNonNull(trustedChain), false,
                Objects.requireNonNull(commonNameOverride)));
    }

    /**
     * Checks neither the chain nor the name. For development alone: anyone on the way can read and change everything.
     *
     * @return the options
     */
    public static TLSOptions clientUnsafe() {
        return new TLSOptions(new Trust(true, null, false, null));
    }

    /**
     * Checks the chain against the given certificates, not against the platform's trust store, and does not check the name.
     *
     * @param trustedChain PEM text of one or more certificates
     * @return the options
     */
    public static TLSOptions clientUnsafe(String trustedChain) {
        return new TLSOptions(new Trust(true, Objects.requireNonNull(trustedChain), false, null));
    }

    /**
     * Trusts the given chain instead of the platform's store, not beside it.
     *
     * @return these options, changed so
     * @throws IllegalStateException if there is no trusted chain
     */
    public TLSOptions onlyTrustedChain() {
        if (trust.chain == null) {
            throw new IllegalStateException("these options have no trusted chain");
        }
        return new TLSOptions(new Trust(trust.unsafe, trust.chain, true, trust.name), clientCertificate, pins,
                revocation);
    }

    /**
     * Shows a certificate to a server that asks for one. Beyond Godot.
     *
     * @param certificateChain PEM text of the certificate, and of those between it and the one that the server trusts
     * @param privateKey       PEM text of its key, unencrypted in PKCS #8 ({@code BEGIN PRIVATE KEY}): RSA or an elliptic curve
     * @return these options, changed so
     */
    public TLSOptions clientCertificate(String certificateChain, String privateKey) {
        return new TLSOptions(trust,
                new ClientCertificate(Objects.requireNonNull(certificateChain), Objects.requireNonNull(privateKey)),
                pins, revocation);
    }

    /**
     * Demands that a certificate of the checked chain, from the server's to the trusted one, has one of these public keys, beside all other
     * checks. After {@link #clientUnsafe()}, where no chain is checked, the server's own must have it. Beyond Godot.
     *
     * @param pins each {@code sha256/} and the base64 of the SHA-256 of the certificate's SubjectPublicKeyInfo, as in RFC 7469; none for no
     *             such demand
     * @return these options, changed so
     * @throws IllegalArgumentException if one is written otherwise
     */
    public TLSOptions pins(List<String> pins) {
        for (String pin : pins) {
            if (!pin.startsWith(PIN_PREFIX) || pin.length() != PIN_LENGTH) {
                throw new IllegalArgumentException(
                        "a pin is \"sha256/\" and 32 bytes in base64, which \"" + pin + "\" is not");
            }
        }
        return new TLSOptions(trust, clientCertificate, List.copyOf(pins), revocation);
    }

    /**
     * Asks whether the server's certificate was revoked, {@link Revocation#SOFT_FAIL} by default; nobody is asked where no chain is checked,
     * nor about a certificate that is itself trusted. Beyond Godot.
     *
     * <p>
     * The JVM takes the OCSP answer that the server staples to its certificate (RFC 6066 section 8), unless the system property
     * {@code jdk.tls.client.enableStatusRequestExtension} is false, and otherwise asks the responder that the certificate names, over plain HTTP,
     * while the handshake waits for it and the program does not. Let's Encrypt, for one, has no OCSP responder, so that its certificates pass
     * unasked with {@code SOFT_FAIL}, and by its lists with {@code HARD_FAIL}.
     *
     * @param revocation what to do
     * @return these options, changed so
     */
    public TLSOptions revocation(Revocation revocation) {
        return new TLSOptions(trust, clientCertificate, pins, Objects.requireNonNull(revocation));
    }

    /**
     * Whether the checks are off, after Godot's {@code is_unsafe_client}.
     *
     * @return true for {@code clientUnsafe}
     */
    public boolean isUnsafeClient() {
        return trust.unsafe;
    }

    /**
     * The certificates that are trusted, after Godot's {@code get_trusted_ca_chain}.
     *
     * @return PEM text, or null if there are none beside the platform's
     */
    public String getTrustedChain() {
        return trust.chain;
    }

    /**
     * Whether the platform's trust store is left out.
     *
     * @return true after {@link #onlyTrustedChain()}
     */
    public boolean isOnlyTrustedChain() {
        return trust.onlyChain;
    }

    /**
     * The name that the certificate must be for, after Godot's {@code get_common_name_override}.
     *
     * @return the name, or null for the host's
     */
    public String getCommonNameOverride() {
        return trust.name;
    }

    /**
     * The certificate for a server that asks for one.
     *
     * @return PEM text, or null if there is none
     */
    public String getClientCertificateChain() {
        return clientCertificate == null ? null : clientCertificate.chain;
    }

    /**
     * The key of the certificate for a server that asks for one.
     *
     * @return PEM text, or null if there is none
     */
    public String getClientPrivateKey() {
        return clientCertificate == null ? null : clientCertificate.privateKey;
    }

    /**
     * The public keys of which the chain must have one.
     *
     * @return an unmodifiable list, empty if any key will do
     */
    public List<String> getPins() {
        return pins;
    }

    /**
     * Whether to ask if a certificate was revoked.
     *
     * @return what was set, or {@link Revocation#SOFT_FAIL}
     */
    public Revocation getRevocation() {
        return revocation;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TLSOptions that && trust.equals(that.trust)
                && Objects.equals(clientCertificate, that.clientCertificate) && pins.equals(that.pins)
                && revocation == that.revocation;
    }

    @Override
    public int hashCode() {
        return Objects.hash(trust, clientCertificate, pins, revocation);
    }
}
