package io.github.pollhttp;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.Rejection;

/** What a {@link RequestBody} sends. There is a class for each kind, so that TeaVM leaves out the kinds that a program does not use. */
interface BodyContent {
    /** Sends a request with this body. */
    @Nullable
    Rejection send(Backend backend, Method method, String url, List<String> headers);

    /** Returns the number of bytes, or {@link OutgoingRequest#LENGTH_UNKNOWN} if it is known only when a request sends the body. */
    int length();

    /** Bytes in memory. */
    record Bytes(byte[] bytes) implements BodyContent {
        @Override
        public @Nullable Rejection send(Backend backend, Method method, String url, List<String> headers) {
            return backend.send(method, url, headers, bytes);
        }

        @Override
        public int length() {
            return bytes.length;
        }
    }

    /** Files, perhaps with bytes between them. */
    record Files(List<BodyPart> parts) implements BodyContent {
        @Override
        public @Nullable Rejection send(Backend backend, Method method, String url, List<String> headers) {
            return backend.sendFiles(method, url, headers, parts);
        }

        @Override
        public int length() {
            return OutgoingRequest.LENGTH_UNKNOWN;
        }
    }
}
