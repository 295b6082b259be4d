package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.RequestPlatform;

/** Which content codings are asked for, and what takes them off again (RFC 9110 section 8.4). */
final class ContentCodings {
    private static final String ACCEPT_ENCODING = "Accept-Encoding";

    private final RequestPlatform platform;
    private final boolean enabled;

    ContentCodings(RequestPlatform platform, Settings settings) {
        this.platform = platform;
        this.enabled = settings.acceptGzip && platform.acceptEncoding() != null;
    }

    /** The header that asks for codings; the program's own takes its place. */
    List<String> headers(RequestSpec request) {
        return enabled && !request.has(ACCEPT_ENCODING)
                ? List.of(ACCEPT_ENCODING + ": " + platform.acceptEncoding())
                : List.of();
    }

    /**
     * @param client has a response
     * @return null if the body is to stay as it is
     * @throws RequestFailure for a coding that nobody has asked for and nobody can take off
     */
    ContentDecoder decoder(HTTPClient client, RequestSpec request) throws RequestFailure {
        String coding = enabled ? codingOf(client) : "";
        if (coding.isEmpty()) {
            return null;
        }
        ContentDecoder decoder = platform.decoder(coding);
        if (decoder == null && !request.has(ACCEPT_ENCODING)) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED,
                    "the body has the content coding \"" + coding + "\", which was not asked for");
        }
        return decoder;
    }

    private static String codingOf(HTTPClient client) {
        String codings = Ascii.lower(String.join(",", client.getResponseHeader("Content-Encoding")));
        return codings.equals("identity") ? "" : codings;
    }
}
