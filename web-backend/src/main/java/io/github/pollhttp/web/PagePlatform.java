package io.github.pollhttp.web;

import java.util.List;

import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.web.request.WebRequestPlatform;

/** Checks the arguments of an HTTPRequest by the code that checks those of an HTTPClient. */
final class PagePlatform extends WebRequestPlatform {
    @Override
    public RequestUrl resolve(String url, String base) throws RejectionException {
        return ProgramUrl.resolve(url, base);
    }

    @Override
    public void checkHeaders(List<String> lines) throws RejectionException {
        if (RequestHeaders.of(lines).isInvalid()) {
            throw RejectionException.invalid(() -> reasonAgainst(lines));
        }
    }

    private static String reasonAgainst(List<String> lines) {
        String message = HeaderLine.rejectionMessage(lines);
        return message == null ? "Host has a comma in it, or a header has half a surrogate pair in it." : message;
    }
}
