package io.github.pollhttp.jvm.http1;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.jvm.testing.WireResponse;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Generates valid responses of every framing, and ways to cut them. */
class ResponseArbitraries extends DomainContextBase {

    /** A response and its expected result. */
    record Sample(WireResponse wire, int code, List<String> headers, List<String> trailers, boolean persists) {}

    /** Sizes of pieces, used in turn and repeated. */
    record Pieces(List<Integer> sizes) {
        IntUnaryOperator start() {
            int[] next = {0};
            return left -> Math.min(left, sizes.get(next[0]++ % sizes.size()));
        }
    }

    private record Chunk(byte[] data, String extension) {}

    private record Head(String interim, int code, String reason, List<String> fields) {
        WireResponse begin(String framing) {
            WireResponse wire = WireResponse.to(Method.METHOD_GET).framing(interim)
                    .framing("HTTP/1.1 " + code + reason + "\r\n");
            fields.forEach(field -> wire.framing(field + "\r\n"));
            return wire.framing(framing);
        }
    }

    @Provide
    Arbitrary<Pieces> pieces() {
        Arbitrary<Integer> size = Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.integers().between(1, 4)),
                Tuple.of(1, Arbitraries.integers().between(1, 2000)));
        return size.list().ofMinSize(1).ofMaxSize(12).map(Pieces::new);
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.oneOf(withLength(), chunked(), untilClose());
    }

    private static Arbitrary<Sample> withLength() {
        return Combinators.combine(heads(), data(300)).as((head, body) -> {
            String length = "Content-Length: " + body.length;
            return new Sample(head.begin(length + "\r\n\r\n").body(body), head.code(), with(head.fields(), length),
                    List.of(), true);
        });
    }

    private static Arbitrary<Sample> untilClose() {
        return Combinators.combine(heads(), data(300)).as((head, body) -> new Sample(
                head.begin("\r\n").body(body).untilClose(), head.code(), head.fields(), List.of(), false));
    }

    private static Arbitrary<Sample> chunked() {
        Arbitrary<String> extension = Arbitraries.of("", "", ";a", ";a=b", "; a=\"b c\"", "  ");
        Arbitrary<Chunk> chunk = Combinators.combine(data(60).filter(data -> data.length > 0), extension)
                .as(Chunk::new);
        return Combinators.combine(heads(), chunk.list().ofMaxSize(8), extension, fields())
                .as((head, chunks, last, trailers) -> {
                    String coding = "Transfer-Encoding: chunked";
                    WireResponse wire = head.begin(coding + "\r\n\r\n");
                    chunks.forEach(each -> wire.chunk(each.data(), each.extension()));
                    wire.framing("0" + last + "\r\n");
                    trailers.forEach(each -> wire.framing(each + "\r\n"));
                    return new Sample(wire.framing("\r\n"), head.code(), with(head.fields(), coding), trailers, true);
                });
    }

    private static List<String> with(List<String> fields, String last) {
        return Stream.concat(fields.stream(), Stream.of(last)).toList();
    }

    private static Arbitrary<Head> heads() {
        Arbitrary<String> interim = Arbitraries
                .of("HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103\r\nLink: </a>\r\n\r\n", "HTTP/1.0 199 x\n\n")
                .list().ofMaxSize(3).map(each -> String.join("", each));
        Arbitrary<Integer> code = Arbitraries.integers().between(200, 999)
                .filter(each -> each != 204 && each != 205 && each != 304);
        Arbitrary<String> reason = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20)
                .map(text -> text.isEmpty() ? "" : " " + text);
        return Combinators.combine(interim, code, reason, fields()).as(Head::new);
    }

    /** Header fields that have no meaning to the engine, with values as allowed by RFC 9110 section 5.5. */
    private static Arbitrary<List<String>> fields() {
        Arbitrary<String> name = Arbitraries.strings().alpha().numeric().withChars("!#$%&'*+-.^_`|~").ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> value = Arbitraries.strings().withCharRange('!', '~').withChars(' ', '\t', '\u00e9')
                .ofMaxLength(40).map(String::strip);
        return Combinators.combine(name, value).as((n, v) -> "X-" + n + ":" + v).list().ofMaxSize(6);
    }

    private static Arbitrary<byte[]> data(int most) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(most);
    }
}
