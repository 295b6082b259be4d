package io.github.pollhttp.jvm.net;

import java.util.Iterator;
import java.util.List;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.StreamPeer;

/** All steps to a connection: dialling, then if needed a proxy's tunnel, then if needed TLS. Each step works on the stream of the step before. */
public final class ConnectSequence implements ConnectStep {
    private final Dialer dialer;
    private final Iterator<Step> stepsAhead;
    private final CloseScope opened = new CloseScope();
    private ConnectStep current;

    /** Begins a step on the stream that the previous step has opened. */
    public interface Step {
        ConnectStep over(StreamPeer stream) throws FailureException;
    }

    public ConnectSequence(Dialer dialer, List<Step> steps) {
        this.dialer = dialer;
        this.stepsAhead = steps.iterator();
        this.current = dialer;
        opened.add(dialer);
    }

    public boolean isResolving() {
        return dialer.isResolving();
    }

    @Override
    public StreamPeer poll() throws FailureException {
        StreamPeer stream = current.poll();
        while (stream != null && stepsAhead.hasNext()) {
            begin(stepsAhead.next(), stream);
            stream = current.poll();
        }
        return stream;
    }

    private void begin(Step step, StreamPeer stream) throws FailureException {
        try {
            current = step.over(stream);
        } catch (FailureException e) {
            stream.close();
            throw e;
        }
        opened.add(current);
    }

    @Override
    public void awaitedBy(WaitSet waitSet) {
        current.awaitedBy(waitSet);
    }

    @Override
    public void close() {
        opened.close();
    }
}
