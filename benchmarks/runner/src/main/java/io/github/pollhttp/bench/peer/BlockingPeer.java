package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.pollhttp.bench.wire.Answer;

/** A client with a blocking API. Each request that runs at the same time as others needs a thread. */
abstract class BlockingPeer implements Peer {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public final Call start(String path, Answer answer) {
        Future<?> work = threads.submit(() -> {
            get(path, answer);
            return null;
        });
        return () -> work.isDone() && isOver(work);
    }

    static boolean isOver(Future<?> done) {
        try {
            done.get();
            return true;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final void loop(String path, int connections, int requests, Answers answers) throws Exception {
        List<Future<?>> loops = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int share = requests / connections + (i < requests % connections ? 1 : 0);
            Answer answer = answers.next();
            loops.add(threads.submit(() -> {
                for (int done = 0; done < share; done++) {
                    get(path, answer);
                }
                return null;
            }));
        }
        for (Future<?> loop : loops) {
            loop.get();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
    }
}
