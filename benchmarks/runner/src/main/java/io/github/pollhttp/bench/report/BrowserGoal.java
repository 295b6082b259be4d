package io.github.pollhttp.bench.report;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import io.github.pollhttp.bench.result.Results.BrowserFigure;

/**
 * A goal of a whole body in a page that polls once a frame. Each program with an HTTPRequest has to reach it in each browser.
 *
 * @param isOf   selects the figures that have to reach the goal
 * @param figure returns the figure to compare with the bound
 */
record BrowserGoal(String id, Bound bound, Predicate<BrowserFigure> isOf, ToDoubleFunction<BrowserFigure> figure) {
    private static final String WHOLE_BODY = "B4";

    /** @return a goal for the rate, as a part of that of raw fetch */
    static BrowserGoal rate(double part) {
        return new BrowserGoal(WHOLE_BODY, new Bound(true, part, "× raw fetch"),
                each -> isMeasuredBy(each) && each.toFetch() != null, BrowserFigure::toFetch);
    }

    /** @return a goal for the longest poll */
    static BrowserGoal longestPoll(double millis) {
        return new BrowserGoal(WHOLE_BODY, new Bound(false, millis, "ms in the longest poll"),
                each -> isMeasuredBy(each) && each.workload().endsWith(": longest poll"),
                each -> each.value().median());
    }

    private static boolean isMeasuredBy(BrowserFigure figure) {
        return figure.workload().startsWith(WHOLE_BODY + ":") && figure.program().contains("HTTPRequest");
    }

    static String client(BrowserFigure figure) {
        return figure.program().replace("*", "") + ", " + figure.engine();
    }
}
