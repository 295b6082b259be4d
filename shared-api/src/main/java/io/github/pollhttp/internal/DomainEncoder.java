package io.github.pollhttp.internal;

/**
 * Converts names beyond ASCII. The JVM backend provides the one implementation, through {@code ServiceLoader}. In a browser there is none, because the
 * browser converts hosts itself.
 */
public interface DomainEncoder {
    /**
     * Converts a name (URL Standard, domain to ASCII).
     *
     * @param domain a name with characters beyond ASCII, or with a label that begins with {@code xn--}
     * @return the name in lower-case ASCII
     * @throws RejectionException if the DNS can have no such name
     */
    String toAscii(String domain) throws RejectionException;
}
