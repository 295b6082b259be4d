package io.github.pollhttp.bench.peer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** {@code java.net.http}, the HTTP client of the JDK since Java 11, with HTTP/1.1. */
public final class JdkPeer extends FuturePeer {
    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private String origin;

    @Override
    public void open(String to, int connections) {
        origin = to;
    }

    @Override
    CompletableFuture<?> send(String path, byte[] content, Answer answer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        if (content != null) {
            request.POST(BodyPublishers.ofByteArray(content));
        }
        return client.sendAsync(request.build(), head -> {
            answer.begin(head.statusCode());
            if (answer.wantsField()) {
                answer.takeField(head.headers().firstValue(Path.FIELD).orElse(null));
            }
            return new Receiver(answer);
        });
    }

    @Override
    public void close() {
        // the client closes its connections and ends its threads when it is garbage-collected
    }

    /** Reads the buffers of the client without copying them. */
    private static final class Receiver implements BodySubscriber<Void> {
        private final Answer answer;
        private final CompletableFuture<Void> body = new CompletableFuture<>();

        Receiver(Answer answer) {
            this.answer = answer;
        }

        @Override
        public CompletionStage<Void> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            pieces.forEach(answer::take);
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end(answer, body);
        }
    }
}
