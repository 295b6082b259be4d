package io.github.pollhttp.bench.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.pollhttp.bench.wire.Answer;

/** A client with threads of its own. A future completes at the end of each exchange. */
abstract class FuturePeer implements Peer {
    /** @param content the body of a POST; null for a GET */
    abstract CompletableFuture<?> send(String path, byte[] content, Answer answer);

    static void end(Answer answer, CompletableFuture<Void> exchange) {
        try {
            answer.end();
            exchange.complete(null);
        } catch (RuntimeException e) {
            exchange.completeExceptionally(e);
        }
    }

    @Override
    public final void get(String path, Answer answer) throws Exception {
        send(path, null, answer).get();
    }

    @Override
    public final void post(String path, byte[] content, Answer answer) throws Exception {
        send(path, content, answer).get();
    }

    @Override
    public final Call start(String path, Answer answer) {
        CompletableFuture<?> work = send(path, null, answer);
        return () -> work.isDone() && BlockingPeer.isOver(work);
    }

    @Override
    public final void loop(String path, int connections, int requests, Answers answers) throws Exception {
        CompletableFuture<?>[] loops = new CompletableFuture<?>[connections];
        AtomicInteger left = new AtomicInteger(requests);
        for (int i = 0; i < connections; i++) {
            CompletableFuture<Void> loop = new CompletableFuture<>();
            again(path, left, answers.next(), loop);
            loops[i] = loop;
        }
        CompletableFuture.allOf(loops).get();
    }

    private void again(String path, AtomicInteger left, Answer answer, CompletableFuture<Void> loop) {
        if (left.getAndDecrement() <= 0) {
            loop.complete(null);
            return;
        }
        send(path, null, answer).whenComplete((result, failure) -> {
            if (failure == null) {
                again(path, left, answer, loop);
            } else {
                loop.completeExceptionally(failure);
            }
        });
    }
}
