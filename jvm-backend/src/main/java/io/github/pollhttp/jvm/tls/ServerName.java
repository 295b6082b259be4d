package io.github.pollhttp.jvm.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.StandardConstants;
import javax.security.auth.x500.X500Principal;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.jvm.idna.DomainToAscii;

/**
 * Compares a host name or IP address with the names in a certificate (RFC 9525 section 6). It is stricter than the JDK's check, which accepts a
 * common name, and a wildcard as a part of a label. It can check any name; the JDK's check can only check the host of the connection. It does not
 * know the chain or the {@code TLSOptions}.
 *
 * @param text the host name in ASCII or Unicode, or the IP address
 */
record ServerName(String text) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    /** Finds the common name in a distinguished name (RFC 2253). It skips values with a backslash, because no host name has one. */
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|(?<!\\\\)[,+])CN=([^,+\\\\]+)(?=[,+]|$)");

    /** @return the DNS names, then the IP addresses, of the certificate's subject alternative names */
    static List<String> namesIn(X509Certificate certificate) throws CertificateParsingException {
        List<String> names = new ArrayList<>(alternatives(certificate, DNS_NAME));
        names.addAll(alternatives(certificate, IP_ADDRESS));
        return names;
    }

    private static List<String> alternatives(X509Certificate certificate, int type) throws CertificateParsingException {
        List<String> names = new ArrayList<>();
        Collection<List<?>> all = certificate.getSubjectAlternativeNames();
        if (all != null) {
            for (List<?> name : all) {
                if (name.get(0).equals(type)) {
                    names.add((String) name.get(1));
                }
            }
        }
        return names;
    }

    /** @return whether the platform's TLS can check this name: an IP address, or labels of letters, digits and hyphens in between (RFC 1123 section 2.1) */
    boolean isKnownToThePlatform() {
        try {
            return isLiteral(text) || new SNIHostName(text).getType() == StandardConstants.SNI_HOST_NAME;
        } catch (IllegalArgumentException e) {
            return false; // the exception at which the JDK's check gives up
        }
    }

    /** @return whether the certificate's subject alternative names cover this name */
    boolean isIn(X509Certificate certificate) throws CertificateParsingException {
        return isLiteral(text)
                ? alternatives(certificate, IP_ADDRESS).stream().anyMatch(this::isAddress)
                : alternatives(certificate, DNS_NAME).stream().anyMatch(this::isCoveredBy);
    }

    /** @return whether the certificate has no subject alternative names, and a common name that covers this name */
    boolean isCommonNameOf(X509Certificate certificate) throws CertificateParsingException {
        Matcher subject = COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
        return certificate.getSubjectAlternativeNames() == null && subject.find() && isCoveredBy(subject.group(1));
    }

    private static boolean isLiteral(String name) {
        return new Endpoint(true, name, 443).isLiteral();
    }

    private boolean isAddress(String other) {
        try {
            // both are IP literals, which getByName() parses without a name lookup
            return isLiteral(other) && InetAddress.getByName(text).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A wildcard must be the whole first label, matches exactly one label, and must not stand before a top-level domain (RFC 9525 section 6.3). */
    private boolean isCoveredBy(String pattern) {
        String name = normalized(text);
        String covering = normalized(pattern);
        if (!covering.startsWith("*.") || isLiteral(name)) {
            return name.equals(covering);
        }
        int firstDot = name.indexOf('.');
        return firstDot > 0 && covering.indexOf('.', 2) > 0 && name.substring(firstDot).equals(covering.substring(1));
    }

    /** @return the name in ASCII and lower case, without a final dot */
    private static String normalized(String name) {
        try {
            String ascii = DomainToAscii.convert(name);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (RejectionException e) {
            return name; // not a valid DNS name; it can still equal a name of the certificate
        }
    }
}
