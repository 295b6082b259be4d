package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.jvm.http1.Mutation.Change;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Generates mutations that are likely to break a response: of single bytes, and of words with a meaning in HTTP. */
class MutationArbitraries extends DomainContextBase {
    private static final String[] WORDS = {"\r\n", "\n", "\r", "\r\n\r\n", "\n\n", "\0", " ", "\t", "\r\n ", ":", ",",
            ";",
            "0\r\n\r\n", "ffffffffffffffff\r\n", "7fffffffffffffff\r\n", "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n", "Content-Length: 5\r\n", "Content-Length: 99999999999999999999\r\n",
            "Content-Length: -1\r\n", "Connection: close\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 204 No\r\n",
            "HTTP/1.1 101 Switch\r\n\r\n", "x".repeat(80), " ".repeat(80), "a: b\r\n".repeat(6)};

    @Provide
    Arbitrary<Mutation> mutations() {
        Arbitrary<String> inserted = Arbitraries.oneOf(Arbitraries.of(WORDS), Arbitraries.just(""),
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofLength(1));
        return Combinators
                .combine(Arbitraries.integers().between(0, 10_000), Arbitraries.of(0, 1, 1, 2, 20), inserted)
                .as(Change::new).list().ofMinSize(1).ofMaxSize(4).map(Mutation::new);
    }
}
