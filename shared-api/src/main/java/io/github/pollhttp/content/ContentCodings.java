package io.github.pollhttp.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * Requests content codings and chooses the decoders of a response (RFC 9110 section 8.4; Fetch Standard, handle content codings). Content-Encoding
 * is a list: empty members, {@code identity} and tokens that are no coding leave the bytes as they are.
 */
public class ContentCodings {
    private static final String ACCEPT_ENCODING = "Accept-Encoding";

    private static final List<String> SUPPORTED = List.of("gzip", "x-gzip", "deflate");

    /** Codings of the IANA registry that some servers use unasked. Any other unknown token means the bytes as they are, as in browsers. */
    private static final List<String> UNSUPPORTED = List.of("br", "zstd", "compress", "x-compress", "dcb", "dcz");

    /** As in curl: each coding can expand a body a thousandfold. */
    private static final int MOST_CODINGS = 5;

    private static final List<String> IDENTITY = List.of(ACCEPT_ENCODING + ": identity");

    private final RequestPlatform platform;
    private final boolean negotiates;
    private final boolean enabled;

    /** The header line that asks for the codings of the platform. */
    private final List<String> accepted;
    private final int bufferSize;

    /**
     * Creates the rules for the requests of one program.
     *
     * @param platform   has the decoders
     * @param enabled    whether the program wants decoded bodies
     * @param bufferSize the size of a buffer between two decoders, in bytes
     */
    public ContentCodings(RequestPlatform platform, boolean enabled, int bufferSize) {
        this.platform = platform;
        this.negotiates = platform.acceptEncoding() != null;
        this.enabled = enabled && negotiates;
        this.accepted = this.enabled ? List.of(ACCEPT_ENCODING + ": " + platform.acceptEncoding()) : IDENTITY;
        this.bufferSize = bufferSize;
    }

    /**
     * Without an {@code Accept-Encoding}, a server may choose any coding (RFC 9110 section 12.5.3). Therefore "identity" is sent where none is
     * wanted.
     *
     * @param headers the program's header lines
     * @param plain   whether the body must arrive without a coding
     * @return the {@code Accept-Encoding} header line; empty if the program sets its own, and beside a {@code Range} of the program, because the
     *         range of a coded body is of no use, and some servers send the whole body as soon as they may encode it
     */
    public List<String> headers(List<String> headers, boolean plain) {
        if (!negotiates || HeaderLine.has(headers, ACCEPT_ENCODING) || HeaderLine.has(headers, "Range")) {
            return List.of();
        }
        return plain ? IDENTITY : accepted;
    }

    /**
     * Chooses the decoders of a response.
     *
     * @param client  the client with the response
     * @param headers the program's header lines
     * @return the decoders, or null to deliver the body as it is
     * @throws IOException if the body has a coding that was not requested and that this platform cannot decode, or too many codings
     */
    public @Nullable DecoderChain decoder(HTTPClient client, List<String> headers) throws IOException {
        if (!enabled) {
            return null;
        }
        List<String> codings = members(client.getResponseHeader("Content-Encoding"));
        List<ContentDecoder> decoders = new ArrayList<>();
        for (int i = codings.size() - 1; i >= 0 && decoders.size() <= MOST_CODINGS; i--) {
            ContentDecoder decoder = platform.decoder(codings.get(i));
            if (decoder != null) {
                decoders.add(decoder);
            } else if (UNSUPPORTED.contains(codings.get(i))) {
                close(decoders);
                return bodyAsItIs(codings.get(i), headers);
            }
        }
        if (decoders.size() > MOST_CODINGS) {
            close(decoders);
            throw new IOException("The body has more than " + MOST_CODINGS + " content codings.");
        }
        return decoders.isEmpty() ? null : new DecoderChain(decoders, bufferSize);
    }

    /**
     * Whether the body of a response is in a content coding, or was, if the platform has decoded it. Its validator and its range then belong to other
     * bytes than the decoded ones.
     *
     * @param response the client with the response
     * @return true if it names a known coding; empty members, {@code identity} and other tokens are none
     */
    public static boolean isCoded(HTTPClient response) {
        for (String coding : members(response.getResponseHeader("Content-Encoding"))) {
            if (SUPPORTED.contains(coding) || UNSUPPORTED.contains(coding)) {
                return true;
            }
        }
        return false;
    }

    private static void close(List<ContentDecoder> decoders) {
        for (ContentDecoder each : decoders) {
            each.close();
        }
    }

    /** @return null, if the program asked for a coding that this platform cannot decode */
    private static @Nullable DecoderChain bodyAsItIs(String coding, List<String> headers) throws IOException {
        if (asksFor(headers, coding)) {
            return null;
        }
        throw new IOException("The body has the content coding " + Quoted.text(coding)
                + ", which was not requested and cannot be decoded. Configure the server to heed Accept-Encoding.");
    }

    /** Whether the program's own Accept-Encoding names a coding, or all of them, without the weight 0 (RFC 9110 section 12.5.3). */
    private static boolean asksFor(List<String> headers, String coding) {
        for (String member : members(HeaderLine.values(headers, ACCEPT_ENCODING))) {
            int semicolon = member.indexOf(';');
            String name = semicolon < 0 ? member : member.substring(0, semicolon).trim();
            if ((name.equals(coding) || name.equals("*")) && (semicolon < 0 || !isZero(member, semicolon))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a weight such as {@code ;q=0.0} is zero. */
    private static boolean isZero(String member, int semicolon) {
        for (int i = member.indexOf('=', semicolon) + 1; i < member.length(); i++) {
            if (member.charAt(i) >= '1' && member.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    /** @return the members of a list field in lower case, without the empty ones (RFC 9110 section 5.6.1.2) */
    private static List<String> members(List<String> values) {
        List<String> members = new ArrayList<>();
        for (String value : values) {
            int start = 0;
            while (start <= value.length()) {
                int comma = value.indexOf(',', start);
                int end = comma < 0 ? value.length() : comma;
                String member = value.substring(start, end).trim();
                if (!member.isEmpty()) {
                    members.add(Ascii.lower(member));
                }
                start = end + 1;
            }
        }
        return members;
    }
}
