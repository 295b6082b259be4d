package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;
import static io.github.pollhttp.contract.ClientScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer.AwaitSignal;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Send;
import io.github.pollhttp.contract.Answer.Signal;

/**
 * A program that does not poll for longer than a timeout, as in a hidden tab or in a debugger, gets the response that has arrived meanwhile. It also
 * gets the rest of a response, if that rest arrives soon after the program polls again.
 */
public final class UnpolledScenarios {
    /** The timeout that the program sets, in seconds. */
    public static final double TIMEOUT = 0.5;

    private static final Pause LONGER_THAN_THE_TIMEOUT = new Pause(600);

    private UnpolledScenarios() {}

    static List<ClientScenario> list() {
        return List.of(
                named("a program that does not poll for longer than the connect timeout is connected")
                        .answer(pause())
                        .answer("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 5\r\n\r\nhello")
                        .set(client -> {
                            client.setConnectTimeout(TIMEOUT);
                            return null;
                        }).startConnect("localhost").otherGets().awaitConnected().get().readBody()
                        .traces("connect:OK RESOLVING CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:hello CONNECTED"),
                limited("a program that does not poll for longer than the read timeout gets the response")
                        .answer(whole()).answer(Answer.after("whole"))
                        .connect().startGet().otherGets().awaitHead().readBody()
                        .traces(REQUESTING + "BODY code:200 body:hello CONNECTED"),
                limited("a program that does not poll for longer than the read timeout gets the rest of the response")
                        .answer(part()).answer(Answer.after("part")).answer(Answer.signal("rest"))
                        .connect().startGet().otherGets().awaitHead().readAtLeast(5).otherGets().readBody()
                        .traces(REQUESTING + "BODY code:200 body:hello body:hello-world CONNECTED"),
                limited("a program that does not read for longer than the read timeout gets the rest of the response")
                        .answer(Answer.of(start()).then(new AwaitSignal("pause")).then(LONGER_THAN_THE_TIMEOUT)
                                .then(new Send("-world")).then(new Signal("whole")))
                        .answer(Answer.of(new Signal("pause")).then(new AwaitSignal("whole")).then(Answer.NO_CONTENT))
                        .connect().get().readAtLeast(5).otherGets().readBody()
                        .traces(REQUESTING + "BODY code:200 body:hello body:hello-world CONNECTED"));
    }

    private static ClientScenario limited(String name) {
        return named(name).set(client -> {
            client.setReadTimeout(TIMEOUT);
            return null;
        });
    }

    /** The response to the other client: it arrives after a time that is longer than the timeout. */
    public static Answer pause() {
        return Answer.of(LONGER_THAN_THE_TIMEOUT).then(Answer.NO_CONTENT);
    }

    /** A response that arrives as a whole after a time that is longer than the timeout. Then the signal {@code whole} is sent. */
    public static Answer whole() {
        return Answer.of(LONGER_THAN_THE_TIMEOUT).then(new Send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"))
                .then(new Signal("whole"));
    }

    /**
     * A response whose first part arrives after a time that is longer than the timeout. Then the signal {@code part} is sent. The rest is sent after
     * the signal {@code rest}.
     */
    public static Answer part() {
        return Answer.of(LONGER_THAN_THE_TIMEOUT).then(start()).then(new Signal("part")).then(new AwaitSignal("rest"))
                .then(new Send("-world"));
    }

    private static Send start() {
        return new Send("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello");
    }
}
