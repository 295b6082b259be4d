package io.github.pollhttp.request;

/**
 * A cancelled request that is not done: its thread may still use the client, or its file is getting its name. Not final, so that TeaVM leaves it out
 * of programs that cancel nothing.
 */
class EndingRequest {
    private final RequestExecution execution;
    private final boolean steppedByPoll;
    private final UnreportedResponses unreported;

    /**
     * @param steppedByPoll whether polls step the request, and not a thread
     * @param unreported    gets the response at the end; null if the request was reported as cancelled already
     */
    EndingRequest(RequestExecution execution, boolean steppedByPoll, UnreportedResponses unreported) {
        this.execution = execution;
        this.steppedByPoll = steppedByPoll;
        this.unreported = unreported;
    }

    boolean isDone() {
        return execution.isDone();
    }

    /**
     * Makes a step.
     *
     * @return whether the request is done
     */
    boolean poll() {
        if (steppedByPoll) {
            execution.step();
        }
        boolean done = isDone();
        if (done && unreported != null) {
            RequestResult result = execution.result();
            unreported.add(execution.response(result == null ? RequestResult.CANCELLED : result));
        }
        return done;
    }
}
