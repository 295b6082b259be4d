package io.github.pollhttp.e2e.behaviour;

import java.util.List;
import java.util.stream.Stream;

/** All cases of {@link BrowserBehaviourTest}. */
final class AllBehaviour {
    private AllBehaviour() {}

    static List<BehaviourCase> list() {
        return Stream
                .of(CorsBehaviour.list(), PreflightBehaviour.list(), CredentialBehaviour.list(),
                        RedirectBehaviour.list(),
                        BrokenBehaviour.list(), ExchangeBehaviour.list(), UnreachableBehaviour.list())
                .flatMap(List::stream).toList();
    }
}
