package io.github.pollhttp.jvm.idna;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Punycode;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RejectionException;

/**
 * The URL Standard's "domain to ASCII": UTS #46, non-transitional, with CheckBidi and CheckJoiners, without CheckHyphens and UseSTD3ASCIIRules.
 * It rejects a name that must be too long before it spends time on it. The JDK's {@code IDN} implements IDNA 2003, which maps ß to ss and knows no emoji, so it leads to other hosts
 * than a browser.
 */
public final class DomainToAscii {
    private static final String PREFIX = "xn--";

    /** Longest text to convert, in UTF-16 units: a possible name in any script, with room for characters that the mapping removes or composes. */
    private static final int LONGEST_TEXT = 1000;

    /** RFC 1035 section 2.3.4. A label beyond ASCII has no fewer characters when it is encoded. */
    private static final int LONGEST_LABEL = 63;

    private DomainToAscii() {}

    /**
     * Converts a domain.
     *
     * @param domain labels in any script, separated by one of the four full stops of UTS #46
     * @return lower-case ASCII; labels beyond ASCII begin with {@code xn--}
     * @throws RejectionException if the DNS can have no such name
     */
    public static String convert(String domain) throws RejectionException {
        checkLength(domain, domain.length(), LONGEST_TEXT);
        String mapped = Normalizer.normalize(CodePoints.map(domain), Form.NFC);
        List<String> unicode = new ArrayList<>();
        StringBuilder ascii = new StringBuilder(mapped.length());
        int start = 0;
        while (start <= mapped.length()) {
            int dot = mapped.indexOf('.', start);
            int end = dot < 0 ? mapped.length() : dot;
            String label = mapped.substring(start, end);
            checkLength(domain, label.codePointCount(0, label.length()), LONGEST_LABEL);
            ascii.append(start > 0 ? "." : "");
            if (label.startsWith(PREFIX)) {
                String decoded = decode(label);
                checkLabel(decoded, true);
                unicode.add(decoded);
                ascii.append(label);
            } else {
                checkLabel(label, false);
                unicode.add(label);
                ascii.append(Ascii.isAscii(label) ? label : PREFIX + Punycode.encode(label));
            }
            start = end + 1;
        }
        BidiRule.check(unicode);
        return ascii.toString();
    }

    private static void checkLength(String domain, int length, int longest) throws RejectionException {
        if (length > longest) {
            throw RejectionException.invalid("the host " + Quoted.url(domain)
                    + " is not a possible name: it has at most 253 characters, in labels of 1 to 63.");
        }
    }

    /** The label must have been worth encoding, so that each name has one spelling. */
    private static String decode(String label) throws RejectionException {
        String decoded = Punycode.decode(label.substring(PREFIX.length()));
        if (decoded == null || Ascii.isAscii(decoded)) {
            throw RejectionException.invalid(Quoted.text(label) + " is not valid Punycode.");
        }
        return decoded;
    }

    /**
     * UTS #46 section 4.1, validity criteria.
     *
     * @param given whether the label was given as Punycode. Then a code point of a later version of Unicode is valid, because it needs no mapping
     */
    private static void checkLabel(String label, boolean given) throws RejectionException {
        if (Ascii.isAscii(label)) {
            return;
        }
        if (!Normalizer.isNormalized(label, Form.NFC) || label.startsWith(PREFIX) || label.indexOf('.') >= 0) {
            throw RejectionException.invalid("a label is not in its normal form.");
        }
        int[] codePoints = label.codePoints().toArray();
        if (CodePoints.isMark(codePoints[0])) {
            throw RejectionException.invalid("a label begins with a combining mark.");
        }
        for (int codePoint : codePoints) {
            if (!CodePoints.isValid(codePoint) && !(given && CodePoints.isOfLaterUnicode(codePoint))) {
                throw CodePoints.disallowed(codePoint);
            }
        }
        JoinerRule.check(codePoints);
    }
}
