package io.github.pollhttp.request;

import java.io.IOException;
import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.content.ContentCodings;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.RequestPlatform;

/** The content codings of a request. Not final, so that TeaVM can leave it out. */
class RequestCodings {
    private final ContentCodings codings;

    RequestCodings(RequestPlatform platform, boolean enabled, int bufferSize) {
        codings = new ContentCodings(platform, enabled, bufferSize);
    }

    /** @return the header lines, and the one that asks for codings */
    List<String> addTo(List<String> lines, RequestSpec request, boolean plain) {
        return HeaderLine.joined(lines, codings.headers(request.headers(), plain));
    }

    /** @return the decoders of a response, or null to deliver the body as it is */
    DecoderChain decoder(HTTPClient response, RequestSpec request) throws RequestFailure {
        try {
            return codings.decoder(response, request.headers());
        } catch (IOException e) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED, e.getMessage());
        }
    }
}
