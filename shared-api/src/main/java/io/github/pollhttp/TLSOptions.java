package io.github.pollhttp;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.Quoted;

/**
 * The checks of a TLS connection, modelled on Godot's {@code TLSOptions}. Certificates and keys are PEM text and not Java objects, so that the same
 * code compiles for the browser.
 *
 * <p>
 * In the browser, options have one effect: they turn TLS on if the host given to {@link HTTPClient#connectToHost(String, int, TLSOptions)
 * connectToHost} begins with neither {@code http://} nor {@code https://}. The browser checks certificates by its own rules and ignores every setting
 * of this class.
 *
 * <p>
 * The JVM uses TLS 1.2 and 1.3, with the ciphers, key sizes and signatures that the JDK allows (security properties
 * {@code jdk.tls.disabledAlgorithms} and {@code jdk.certpath.disabledAlgorithms}). If PEM text cannot be read, the connection fails with
 * {@link Failure.Phase#TLS}. Connections with equal options to the same host and port resume each other's TLS sessions (RFC 8446 section 2.2). A
 * resumed session is not checked again.
 *
 * <p>
 * Instances are immutable and safe for use by several threads and clients. Two instances with the same settings are equal. A method that changes a
 * setting returns a new instance: {@code TLSOptions.client().revocation(Revocation.HARD_FAIL)}.
 *
 * @see <a href="https://docs.godotengine.org/en/stable/classes/class_tlsoptions.html">Godot's TLSOptions</a>
 */
public final class TLSOptions {
    private static final String PIN_PREFIX = "sha256/";
    private static final int PIN_LENGTH = PIN_PREFIX.length() + 44; // 32 bytes in base64

    /** How to find out whether a certificate of the server was revoked. */
    public enum Revocation {
        /** Do not check. */
        UNCHECKED,
        /**
         * Read the OCSP response (RFC 6960) that the server may send together with its own certificate (stapling). Reject the certificate if this
         * response says that it was revoked. No third party is asked. The default.
         */
        STAPLED,
        /**
         * As {@link #STAPLED}. If the server sends no OCSP response, ask the OCSP responder, a server that the certificate names. Accept the
         * certificate if no answer comes within two seconds. The request to the responder is sent over plain HTTP, so the responder, and anyone on
         * the path to it, learns which server is visited. If a proxy is set, no responder is asked.
         */
        SOFT_FAIL,
        /**
         * Reject every certificate that is not known to be good. For each certificate of the chain, except the trusted one, an OCSP response
         * must say that it is good. If there is no OCSP response for a certificate, the revocation list (CRL) of its issuer must be available and
         * not contain it. If a proxy is set, no responder is asked and no list is loaded. The server must then staple an OCSP response for each
         * certificate of the chain except the trusted one.
         */
        HARD_FAIL
    }

    private record Trust(boolean unsafe, @Nullable String chain, boolean onlyChain, @Nullable String name) {}

    private record ClientCertificate(String chain, String privateKey) {}

    private final Trust trust;
    private final @Nullable ClientCertificate clientCertificate;
    private final List<String> pins;
    private final Revocation revocation;

    private TLSOptions(Trust trust) {
        this(trust, null, List.of(), Revocation.STAPLED);
    }

    private TLSOptions(Trust trust, @Nullable ClientCertificate clientCertificate, List<String> pins,
            Revocation revocation) {
        this.trust = trust;
        this.clientCertificate = clientCertificate;
        this.pins = pins;
        this.revocation = revocation;
    }

    /**
     * Checks the certificate chain against the platform's trust store, and the host's name or IP address against the subject alternative names of
     * the certificate (RFC 9525). The trust store of the JVM is that of the JDK, or the one that the system property
     * {@code javax.net.ssl.trustStore} names.
     *
     * @return the options with these checks. A host with {@code https://} gets the same checks if the program passes null as its TLS options
     */
    public static TLSOptions client() {
        return new TLSOptions(new Trust(false, null, false, null));
    }

    /**
     * Checks the chain and the name as {@link #client()} does, and also trusts the given certificates.
     *
     * @param trustedChain PEM text of one or more certificates
     * @return the options
     */
    public static TLSOptions client(String trustedChain) {
        return new TLSOptions(new Trust(false, Objects.requireNonNull(trustedChain), false, null));
    }

    /**
     * Checks the chain as {@link #client(String)} does, and expects the given name in the certificate instead of the host's. If a certificate has no
     * subject alternative names, for example one that Godot has generated, its common name is compared. The name sent to the server (SNI, RFC 6066
     * section 3) is still the host's.
     *
     * @param trustedChain       PEM text of one or more certificates
     * @param commonNameOverride the host name that the certificate must contain
     * @return the options
     */
    public static TLSOptions client(String trustedChain, String commonNameOverride) {
        return new TLSOptions(new Trust(false, Objects.requireNonNull(trustedChain), false,
                Objects.requireNonNull(commonNameOverride)));
    }

    /**
     * Checks neither the chain nor the name. For development only, because an attacker on the network path can read and change all data.
     *
     * @return the options
     */
    public static TLSOptions clientUnsafe() {
        return new TLSOptions(new Trust(true, null, false, null));
    }

    /**
     * Checks the chain against the given certificates only, without the platform's trust store, and does not check the name.
     *
     * @param trustedChain PEM text of one or more certificates
     * @return the options
     */
    public static TLSOptions clientUnsafe(String trustedChain) {
        return new TLSOptions(new Trust(true, Objects.requireNonNull(trustedChain), false, null));
    }

    /**
     * Trusts only the certificates of {@link #getTrustedChain()}, without the platform's trust store. Godot has no such option.
     *
     * @return a copy of these options with this setting
     * @throws IllegalStateException if these options have no trusted chain
     */
    public TLSOptions onlyTrustedChain() {
        if (trust.chain == null) {
            throw new IllegalStateException("these options have no trusted chain.");
        }
        return new TLSOptions(new Trust(trust.unsafe, trust.chain, true, trust.name), clientCertificate, pins,
                revocation);
    }

    /**
     * Sets the client certificate, sent to a server that requests one. Godot has no such option.
     *
     * @param certificateChain PEM text of the client certificate, followed by its intermediate certificates
     * @param privateKey       PEM text of the certificate's private key, RSA or elliptic curve, unencrypted in PKCS #8 ({@code BEGIN PRIVATE KEY})
     * @return a copy of these options with this setting
     */
    public TLSOptions clientCertificate(String certificateChain, String privateKey) {
        return new TLSOptions(trust,
                new ClientCertificate(Objects.requireNonNull(certificateChain), Objects.requireNonNull(privateKey)),
                pins, revocation);
    }

    /**
     * Removes the client certificate. Godot has no such option.
     *
     * @return a copy of these options without a client certificate, or these options if they have none
     */
    public TLSOptions withoutClientCertificate() {
        return clientCertificate == null ? this : new TLSOptions(trust, null, pins, revocation);
    }

    /**
     * Requires that at least one certificate of the chain, from the server's own to the trusted one, has one of the given public keys. All other
     * checks still apply. With {@link #clientUnsafe()}, which checks no chain, the server's own certificate must have one of the keys. Godot has no
     * such option.
     *
     * @param pins the keys; each pin is {@code sha256/}, followed by the SHA-256 hash of a public key (of its SubjectPublicKeyInfo, RFC 7469
     *             section 2.4) in base64. An empty list, the default, accepts any key
     * @return a copy of these options with this setting
     * @throws IllegalArgumentException if a pin does not have this form
     */
    public TLSOptions pins(List<String> pins) {
        for (String pin : pins) {
            if (!pin.startsWith(PIN_PREFIX) || pin.length() != PIN_LENGTH) {
                throw new IllegalArgumentException(
                        "a pin must be \"sha256/\" followed by 32 bytes in base64; it is " + Quoted.text(pin) + ".");
            }
        }
        return new TLSOptions(trust, clientCertificate, List.copyOf(pins), revocation);
    }

    /**
     * Sets how to find out whether a certificate was revoked. The default is {@link Revocation#STAPLED}. Revocation is not checked if the
     * chain is not checked, or if the server's own certificate is one of the trusted certificates. Godot has no such option.
     *
     * <p>
     * The JVM uses the OCSP response that the server sends with its certificate (stapling, RFC 6066 section 8), unless the system property
     * {@code jdk.tls.client.enableStatusRequestExtension} is false. Without such a response, {@code SOFT_FAIL} and {@code HARD_FAIL} ask the OCSP
     * responder that the certificate names, over plain HTTP. This request is not sent if the client has a proxy, because it would not go through
     * that proxy. The request delays the handshake but blocks no call of the program. A certificate without an OCSP responder, such as those of
     * Let's Encrypt, is accepted by {@code SOFT_FAIL} without a check, and checked against revocation lists by {@code HARD_FAIL}.
     *
     * @param revocation how to find out
     * @return a copy of these options with this setting
     */
    public TLSOptions revocation(Revocation revocation) {
        return new TLSOptions(trust, clientCertificate, pins, Objects.requireNonNull(revocation));
    }

    /**
     * Whether these options check no name (Godot's {@code is_unsafe_client}).
     *
     * @return true for {@link #clientUnsafe()} and {@link #clientUnsafe(String)}
     */
    public boolean isUnsafeClient() {
        return trust.unsafe;
    }

    /**
     * Returns the trusted certificates (Godot's {@code get_trusted_ca_chain}).
     *
     * @return PEM text, or null if these options name none
     */
    public @Nullable String getTrustedChain() {
        return trust.chain;
    }

    /**
     * Whether {@link #onlyTrustedChain()} was called for these options, or for options that they were copied from.
     *
     * @return true if so
     */
    public boolean isOnlyTrustedChain() {
        return trust.onlyChain;
    }

    /**
     * Returns the host name that the certificate must contain (Godot's {@code get_common_name_override}).
     *
     * @return the name, or null for the name of the host that the client connects to
     */
    public @Nullable String getCommonNameOverride() {
        return trust.name;
    }

    /**
     * Returns the client certificate, sent to a server that requests one.
     *
     * @return PEM text of the certificate and its intermediate certificates, or null if there is none
     */
    public @Nullable String getClientCertificateChain() {
        return clientCertificate == null ? null : clientCertificate.chain;
    }

    /**
     * Returns the private key of the client certificate.
     *
     * @return PEM text, or null if there is no client certificate
     */
    public @Nullable String getClientPrivateKey() {
        return clientCertificate == null ? null : clientCertificate.privateKey;
    }

    /**
     * Returns the pins of {@link #pins(List)}: at least one certificate of the chain must have one of these public keys.
     *
     * @return an unmodifiable list of pins; empty if any key is accepted
     */
    public List<String> getPins() {
        return pins;
    }

    /**
     * Returns how to find out whether a certificate was revoked.
     *
     * @return the setting; {@link Revocation#STAPLED} by default
     */
    public Revocation getRevocation() {
        return revocation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TLSOptions that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** The values that {@link #equals} compares. The first call of a record's own equals takes 40 ms, because the JVM then generates its code. */
    private List<Object> values() {
        return Arrays.asList(trust.unsafe, trust.chain, trust.onlyChain, trust.name, getClientCertificateChain(),
                getClientPrivateKey(), pins, revocation);
    }
}
