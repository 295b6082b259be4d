package io.github.pollhttp.request;

/**
 * A cancelled request that is not done: its thread may still use the client, or its file is getting its name. Not final, so that TeaVM leaves it out
 * of programs that cancel nothing.
 */
class EndingRequest {
    private final RequestExecution execution;
    private final boolean steppedByPoll;
    private final boolean reported;

    /**
     * @param steppedByPoll whether polls step the request, and not a thread
     * @param reported      whether the request was reported as cancelled already
     */
    EndingRequest(RequestExecution execution, boolean steppedByPoll, boolean reported) {
        this.execution = execution;
        this.steppedByPoll = steppedByPoll;
        this.reported = reported;
    }

    boolean isDone() {
        return execution.isDone();
    }

    /**
     * Makes a step.
     *
     * @param unreported gets the response, if the request has ended and was not reported
     * @return whether the request is done
     */
    boolean poll(UnreportedResponses unreported) {
        if (steppedByPoll) {
            execution.step();
        }
        boolean done = isDone();
        if (done && !reported) {
            RequestResult result = execution.result();
            unreported.add(execution.response(result == null ? RequestResult.CANCELLED : result));
        }
        return done;
    }
}
