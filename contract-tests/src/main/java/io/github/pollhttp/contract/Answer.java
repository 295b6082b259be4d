package io.github.pollhttp.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * The acts of the scripted server after it has read a request, in order: it sends bytes, pauses or ends the connection. Each character of a
 * text is one byte.
 */
public final class Answer {
    /** One act of the server. */
    public sealed interface Act {}

    /** Sends bytes. */
    public record Send(String bytes) implements Act {}

    /** Sends bytes one by one, each in its own packet. */
    public record Drip(String bytes) implements Act {}

    /** Sends {@link Pattern} bytes. */
    public record SendPattern(int length) implements Act {}

    /** Sends a complete response whose body is the request's body. */
    public record Echo(String headers) implements Act {}

    /** Sends a complete response. Its body has four lines: method, target, Content-Length and {@code X-Test} of the request. */
    public record Describe() implements Act {}

    /**
     * Sends a complete response that any origin may read, also with credentials. Its body is one line: method, target, body and the named headers of
     * the request.
     */
    public record Reveal(List<String> headerNames) implements Act {}

    /** Sends a redirect that any origin may follow. In the location, {@code {here}} and {@code {there}} are host and port of the two servers. */
    public record Redirect(int code, String location) implements Act {}

    /**
     * Sends a complete response with a content coding, which any origin may read: {@code gzip}, {@code deflate}, or {@code raw-deflate}, which is
     * labelled as deflate but has no zlib header.
     */
    public record SendCoded(String coding, byte[] plain) implements Act {}

    /**
     * Sends an event stream that any origin may read: one event, whose data is the request's Last-Event-ID and whose id is the next number. Then
     * ends the connection. After the last number, sends 204.
     */
    public record CountEvents(int last) implements Act {}

    /** Pauses, so that the earlier bytes arrive alone. */
    public record Pause(int milliseconds) implements Act {}

    /** Sends a signal to another connection of the scenario. One signal ends one {@link AwaitSignal} of the same name, even one that starts later. */
    public record Signal(String name) implements Act {}

    /** Pauses until another connection of the scenario sends the signal, or ends the connection after 10 seconds. */
    public record AwaitSignal(String name) implements Act {}

    /** Pauses until the client ends the connection, also if it sends more bytes before. The acts after this one still take place. */
    public record AwaitAbort() implements Act {}

    /** Pauses until the client closes the connection. */
    public record Hold() implements Act {}

    /** Closes the connection without a reset. */
    public record Close() implements Act {}

    /** Resets the connection. */
    public record Reset() implements Act {}

    /** A complete response without a body. */
    static final Send NO_CONTENT = new Send("HTTP/1.1 204 No Content\r\n\r\n");

    private final List<Act> acts = new ArrayList<>();
    private boolean readsBody = true;

    private Answer() {}

    /** Creates an answer that starts with bytes. */
    public static Answer of(String bytes) {
        return new Answer().then(new Send(bytes));
    }

    /** Creates an answer that starts with an act. */
    public static Answer of(Act act) {
        return new Answer().then(act);
    }

    /** Creates an answer that reports the request, see {@link Reveal}. */
    public static Answer reveal(String... headerNames) {
        return of(new Reveal(List.of(headerNames)));
    }

    /** Creates a redirect, see {@link Redirect}. */
    public static Answer redirect(int code, String location) {
        return of(new Redirect(code, location));
    }

    /** Creates a response without a body, which is sent after another connection of the scenario has sent the signal. */
    public static Answer after(String signal) {
        return of(new AwaitSignal(signal)).then(NO_CONTENT);
    }

    /** Creates a response without a body. Before it, the signal is sent to another connection of the scenario. */
    public static Answer signal(String name) {
        return of(new Signal(name)).then(NO_CONTENT);
    }

    /** Creates a complete response with status 200 and an ASCII text. */
    public static Answer text(String text) {
        return of(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
    }

    /** Adds an act. */
    public Answer then(Act act) {
        acts.add(act);
        return this;
    }

    /** Adds all acts of another answer. */
    public Answer then(Answer other) {
        acts.addAll(other.acts);
        return this;
    }

    /** Starts the acts after the head of the request. The server does not read the body of the request. */
    public Answer beforeBody() {
        readsBody = false;
        return this;
    }

    /** Returns whether the server reads the body of the request before the acts. */
    public boolean readsBody() {
        return readsBody;
    }

    /** Returns all acts in order. */
    public List<Act> acts() {
        return acts;
    }
}
