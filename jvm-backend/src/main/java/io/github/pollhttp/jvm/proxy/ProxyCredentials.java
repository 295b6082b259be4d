package io.github.pollhttp.jvm.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * User and password for a proxy, in UTF-8.
 *
 * @param user     the user name
 * @param password the password, empty for none
 */
public record ProxyCredentials(byte[] user, byte[] password) {

    /**
     * @param userInfo {@code user:password} or {@code user}, percent-encoded (RFC 3986 section 3.2.1)
     * @return the credentials, or null if the text is empty
     */
    public static ProxyCredentials of(String userInfo) {
        if (userInfo.isEmpty()) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        return new ProxyCredentials(decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                decode(colon < 0 ? "" : userInfo.substring(colon + 1)));
    }

    /** Keeps a percent sign without two hexadecimal digits as it is, because passwords are often given without encoding. */
    private static byte[] decode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            boolean pair = encoded[i] == '%' && i + 2 < encoded.length;
            int high = pair ? Character.digit(encoded[i + 1], 16) : -1;
            int low = pair ? Character.digit(encoded[i + 2], 16) : -1;
            if (high >= 0 && low >= 0) {
                decoded.write(high << 4 | low);
                i += 2;
            } else {
                decoded.write(encoded[i]);
            }
        }
        return decoded.toByteArray();
    }

    /** Whether SOCKS 5 can transmit user and password: it has one byte for the length of each (RFC 1929 section 2). */
    public boolean fitSocks() {
        return user.length <= 255 && password.length <= 255;
    }

    /** The value of Proxy-Authorization for Basic authentication (RFC 7617, RFC 9110 section 11.7.2). */
    public String basic() {
        ByteArrayOutputStream pair = new ByteArrayOutputStream();
        pair.write(user, 0, user.length);
        pair.write(':');
        pair.write(password, 0, password.length);
        return "Basic " + Base64.getEncoder().encodeToString(pair.toByteArray());
    }
}
