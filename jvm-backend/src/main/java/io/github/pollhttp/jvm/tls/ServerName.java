package io.github.pollhttp.jvm.tls;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.security.auth.x500.X500Principal;

import io.github.pollhttp.internal.Endpoint;

/**
 * The name or address that a certificate must be for (RFC 9525 section 6). Stricter than the JDK's own check, which lets a common name and
 * wildcards within a label pass, and looks for the host's name alone.
 *
 * @param text as a program has it
 */
record ServerName(String text) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    /** In the string form of a distinguished name (RFC 2253). What a backslash escapes is in no host's name. */
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|(?<!\\\\)[,+])CN=([^,+\\\\]+)(?=[,+]|$)");

    /** The names in the certificate's subject alternative names, empty if it has none. */
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

    /** Whether it is among the certificate's subject alternative names. */
    boolean isIn(X509Certificate certificate) throws CertificateParsingException {
        return isLiteral(text)
                ? alternatives(certificate, IP_ADDRESS).stream().anyMatch(this::isAddress)
                : alternatives(certificate, DNS_NAME).stream().anyMatch(this::isCoveredBy);
    }

    /** Whether it is the common name of a certificate that has no alternative ones. */
    boolean isCommonNameOf(X509Certificate certificate) throws CertificateParsingException {
        Matcher subject = COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
        return certificate.getSubjectAlternativeNames() == null && subject.find() && isCoveredBy(subject.group(1));
    }

    private static boolean isLiteral(String name) {
        return new Endpoint(true, name, 443).isLiteral();
    }

    private boolean isAddress(String other) {
        try {
            // Literals are looked up nowhere.
            return isLiteral(other) && InetAddress.getByName(text).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** A wildcard is a whole first label, stands for exactly one, and never for all of a top-level domain (RFC 9525 section 6.3). */
    private boolean isCoveredBy(String pattern) {
        String name = plain(text);
        String covering = plain(pattern);
        if (!covering.startsWith("*.") || isLiteral(name)) {
            return name.equals(covering);
        }
        int firstDot = name.indexOf('.');
        return firstDot > 0 && covering.indexOf('.', 2) > 0 && name.substring(firstDot).equals(covering.substring(1));
    }

    /** In ASCII and lower case, without a final dot. */
    private static String plain(String name) {
        try {
            String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (IllegalArgumentException e) {
            return name; // no name in the domain name system, but perhaps the same text
        }
    }
}
