package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.RequestPlatform;

/** Requests content codings and chooses the decoder of a response (RFC 9110 section 8.4). */
final class ContentCodings {
    private static final String ACCEPT_ENCODING = "Accept-Encoding";

    private final RequestPlatform platform;
    private final boolean negotiates;
    private final boolean enabled;

    ContentCodings(RequestPlatform platform, Settings settings) {
        this.platform = platform;
        this.negotiates = platform.acceptEncoding() != null;
        this.enabled = settings.acceptGzip && negotiates;
    }

    /**
     * Without an {@code Accept-Encoding}, a server may choose any coding (RFC 9110 section 12.5.3). Therefore "identity" is sent where none is wanted.
     *
     * @param plain whether the body must arrive without a coding
     * @return the {@code Accept-Encoding} header line; empty if the program sets its own, and beside a {@code Range} of the program, because the
     *         range of a coded body is of no use, and some servers send the whole body as soon as they may encode it
     */
    List<String> headers(RequestSpec request, boolean plain) {
        return negotiates && !request.has(ACCEPT_ENCODING) && !request.has("Range")
                ? List.of(ACCEPT_ENCODING + ": " + (enabled && !plain ? platform.acceptEncoding() : "identity"))
                : List.of();
    }

    /**
     * @param client the client with the response
     * @return the decoder, or null to deliver the body as it is
     * @throws RequestFailure if the body has a coding that was not requested and that this platform cannot decode
     */
    ContentDecoder decoder(HTTPClient client, RequestSpec request) throws RequestFailure {
        String coding = enabled ? codingOf(client) : "";
        if (coding.isEmpty()) {
            return null;
        }
        ContentDecoder decoder = platform.decoder(coding);
        if (decoder == null && !request.has(ACCEPT_ENCODING)) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED,
                    "The body has the content coding \"" + coding
                            + "\", which was not requested and cannot be decoded.");
        }
        return decoder;
    }

    private static String codingOf(HTTPClient client) {
        String codings = Ascii.lower(String.join(",", client.getResponseHeader("Content-Encoding")));
        return codings.equals("identity") ? "" : codings;
    }
}
