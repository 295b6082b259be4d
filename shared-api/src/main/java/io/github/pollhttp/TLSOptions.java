package io.github.pollhttp;

import java.util.Objects;

/**
 * How a TLS connection is checked, after Godot's {@code TLSOptions}. Certificates are PEM text, so that shared code compiles for the
 * browser; the browser itself checks certificates as it always does and ignores all of this but the wish for TLS.
 *
 * <p>
 * An instance is immutable and may serve any number of clients on any thread.
 */
public final class TLSOptions {
    private final boolean unsafe;
    private final String trustedChain;
    private final boolean onlyTrustedChain;
    private final String commonNameOverride;

    private TLSOptions(boolean unsafe, String trustedChain, boolean onlyTrustedChain, String commonNameOverride) {
        this.unsafe = unsafe;
        this.trustedChain = trustedChain;
        this.onlyTrustedChain = onlyTrustedChain;
        this.commonNameOverride = commonNameOverride;
    }

    /**
     * Checks the chain against the platform's trust store, and the host's name (RFC 9525).
     *
     * @return the options that {@code https://} implies
     */
    public static TLSOptions client() {
        return new TLSOptions(false, null, false, null);
    }

    /**
     * The same, and trusts some more certificates.
     *
     * @param trustedChain PEM text of one or more certificates
     * @return the options
     */
    public static TLSOptions client(String trustedChain) {
        return new TLSOptions(false, Objects.requireNonNull(trustedChain), false, null);
    }

    /**
     * The same, and expects another name in the certificate than the host's.
     *
     * @param trustedChain       PEM text of one or more certificates
     * @param commonNameOverride the name that the certificate must be for
     * @return the options
     */
    public static TLSOptions client(String trustedChain, String commonNameOverride) {
        return new TLSOptions(false, Objects.requireNonNull(trustedChain), false,
                Objects.requireNonNull(commonNameOverride));
    }

    /**
     * Checks neither the chain nor the name. For development alone: anyone on the way can read and change everything.
     *
     * @return the options
     */
    public static TLSOptions clientUnsafe() {
        return new TLSOptions(true, null, false, null);
    }

    /**
     * Checks the chain against the given certificates, and not the name.
     *
     * @param trustedChain PEM text of one or more certificates
     * @return the options
     */
    public static TLSOptions clientUnsafe(String trustedChain) {
        return new TLSOptions(true, Objects.requireNonNull(trustedChain), false, null);
    }

    /**
     * Trusts the given chain instead of the platform's store, not beside it.
     *
     * @return these options, changed so
     * @throws IllegalStateException if there is no trusted chain
     */
    public TLSOptions onlyTrustedChain() {
        if (trustedChain == null) {
            throw new IllegalStateException("these options have no trusted chain");
        }
        return new TLSOptions(unsafe, trustedChain, true, commonNameOverride);
    }

    /**
     * Whether the checks are off, after Godot's {@code is_unsafe_client}.
     *
     * @return true for {@code clientUnsafe}
     */
    public boolean isUnsafeClient() {
        return unsafe;
    }

    /**
     * The certificates that are trusted, after Godot's {@code get_trusted_ca_chain}.
     *
     * @return PEM text, or null if there are none beside the platform's
     */
    public String getTrustedChain() {
        return trustedChain;
    }

    /**
     * Whether the platform's trust store is left out.
     *
     * @return true after {@link #onlyTrustedChain()}
     */
    public boolean isOnlyTrustedChain() {
        return onlyTrustedChain;
    }

    /**
     * The name that the certificate must be for, after Godot's {@code get_common_name_override}.
     *
     * @return the name, or null for the host's
     */
    public String getCommonNameOverride() {
        return commonNameOverride;
    }
}
