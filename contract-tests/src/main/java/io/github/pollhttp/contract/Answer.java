package io.github.pollhttp.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * What the scripted server does once it has read a request: bytes, pauses and ends, in order. Text stands for bytes, a character each.
 */
public final class Answer {
    /** One thing to do. */
    public sealed interface Act {}

    /** Sends bytes, each character of the text one of them. */
    public record Send(String bytes) implements Act {}

    /** Sends bytes one by one, each in a packet of its own. */
    public record Drip(String bytes) implements Act {}

    /** Sends {@link Pattern} bytes. */
    public record SendPattern(int length) implements Act {}

    /** Sends a whole response whose body is the request's. */
    public record Echo(String headers) implements Act {}

    /** Sends a whole response whose body tells method, target, Content-Length and {@code X-Test} of the request, a line each. */
    public record Describe() implements Act {}

    /**
     * Sends a whole response whose body tells, in a line, method, target, body and some headers of the request. Any origin may read it.
     */
    public record Reveal(List<String> headerNames) implements Act {}

    /** Sends a redirect, which any origin may follow. {@code {here}} and {@code {there}} in the location stand for the two servers. */
    public record Redirect(int code, String location) implements Act {}

    /** Sends a whole response in a content coding: {@code gzip}, {@code deflate}, or {@code raw-deflate}, which claims to be deflate. */
    public record SendCoded(String coding, byte[] plain) implements Act {}

    /**
     * Sends an event stream of one event, whose data is the request's Last-Event-ID and whose id is the number after it, and ends the connection;
     * after the last number it sends 204. Any origin may read it.
     */
    public record CountEvents(int last) implements Act {}

    /** Says nothing for a while, so that what came before arrives alone. */
    public record Pause(int milliseconds) implements Act {}

    /** Says nothing until the program asks for more, see {@link ClientScenario#letGoOn}. */
    public record AwaitProgram() implements Act {}

    /** Says nothing until the client closes the connection. */
    public record Hold() implements Act {}

    /** Ends the connection in good order. */
    public record Close() implements Act {}

    /** Resets the connection. */
    public record Reset() implements Act {}

    private final List<Act> acts = new ArrayList<>();

    private Answer() {}

    /** An answer that begins with these bytes. */
    public static Answer of(String bytes) {
        return new Answer().then(new Send(bytes));
    }

    /** An answer that begins with something else than bytes. */
    public static Answer of(Act act) {
        return new Answer().then(act);
    }

    /** An answer that tells what was asked. */
    public static Answer reveal(String... headerNames) {
        return of(new Reveal(List.of(headerNames)));
    }

    /** An answer that leads on. */
    public static Answer redirect(int code, String location) {
        return of(new Redirect(code, location));
    }

    /** A whole response of some text. */
    public static Answer text(String text) {
        return of(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
    }

    /** Goes on with another act. */
    public Answer then(Act act) {
        acts.add(act);
        return this;
    }

    /** All of it. */
    public List<Act> acts() {
        return acts;
    }
}
