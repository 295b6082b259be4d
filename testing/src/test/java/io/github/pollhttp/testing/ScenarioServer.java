package io.github.pollhttp.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.internal.HeaderLine;

/** Answers the requests of one scenario of the contract over a scripted network, as the scripted server does over sockets. */
final class ScenarioServer {
    static final ServerAddresses ADDRESSES = new ServerAddresses(8080, 9090, 7070);
    private static final String HERE = "http://127.0.0.1:8080/";
    private static final String THERE = "http://127.0.0.1:9090/";
    private static final String UNKNOWN_NAME = "a123456789b123456789c123456789d123456789"
            + ".a123456789b123456789c123456789d123456789.invalid";
    private static final Set<Method> WITH_BODY = Set.of(Method.METHOD_POST, Method.METHOD_PUT, Method.METHOD_PATCH);
    private static final double MILLIS = 1_000;

    private final Scenario<?> scenario;

    /** The scenario needs something that a reply cannot say, such as an invalid head. */
    static final class NotPlayable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private ScenarioServer(Scenario<?> scenario) {
        this.scenario = scenario;
    }

    static void script(ScriptedNetwork network, Scenario<?> scenario) {
        ScenarioServer server = new ScenarioServer(scenario);
        Reply permission = Reply.of(204, "", "Access-Control-Allow-Origin: *", "Access-Control-Allow-Methods: *",
                "Access-Control-Allow-Headers: *, Authorization");
        network.on("http://127.0.0.1:7070/*", Reply.failure(Reason.REFUSED));
        for (String host : List.of("unknown.invalid", UNKNOWN_NAME)) {
            network.on("http://" + host + "/*", Reply.failure(Reason.NAME_NOT_FOUND));
        }
        for (String origin : List.of(HERE, THERE, "http://localhost:8080/")) {
            network.on(Method.METHOD_OPTIONS, origin + "*", permission);
            network.on(origin + "*", server::reply);
        }
    }

    private Reply reply(SentRequest request) {
        String path = URI.create(request.url()).getRawPath().substring(1);
        if (!path.startsWith(scenario.id() + "/")) {
            return Reply.of(404, "");
        }
        Answer answer = scenario.answer(Integer.parseInt(path.split("/")[1]));
        boolean closes = answer.acts().stream().anyMatch(Answer.Close.class::isInstance);
        Reply reply = null;
        double pause = 0;
        for (Answer.Act act : answer.acts()) {
            if (act instanceof Answer.Pause wait) {
                pause = wait.milliseconds() / MILLIS;
                reply = reply == null ? null : reply.pause(pause);
            } else {
                reply = reply == null ? first(act, request, closes).after(pause) : more(reply, act);
            }
        }
        return reply == null ? Reply.silence() : reply;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Reply more(Reply reply, Answer.Act act) {
        if (act instanceof Answer.Send send) {
            return reply.then(latin1(send.bytes()));
        } else if (act instanceof Answer.Drip drip) {
            return reply.then(latin1(drip.bytes()));
        } else if (act instanceof Answer.SendPattern pattern) {
            return reply.then(Pattern.bytes(pattern.length()));
        } else if (act instanceof Answer.Close) {
            return reply; // a body that is shorter than its length is broken without this
        } else if (act instanceof Answer.Reset) {
            return reply.thenFails(Reason.CONNECTION_RESET);
        } else if (act instanceof Answer.Hold || act instanceof Answer.AwaitAbort) {
            return reply.thenSilence();
        }
        throw new NotPlayable();
    }

    private Reply first(Answer.Act act, SentRequest request, boolean closes) {
        if (act instanceof Answer.Send send) {
            return parsed(send.bytes(), closes);
        } else if (act instanceof Answer.Drip drip) {
            return parsed(drip.bytes(), closes);
        } else if (act instanceof Answer.Echo echo) {
            return Reply.of(200, request.body(),
                    echo.headers().isEmpty() ? new String[0] : echo.headers().split("\r\n"));
        } else if (act instanceof Answer.Describe) {
            return Reply.of(200, described(request), "Content-Type: text/plain");
        } else if (act instanceof Answer.Reveal reveal) {
            return Reply.of(200, latin1(revealed(request, reveal.headerNames())), "Access-Control-Allow-Origin: *");
        } else if (act instanceof Answer.Redirect to) {
            String location = to.location().replace("{here}", "127.0.0.1:8080").replace("{there}", "127.0.0.1:9090");
            return Reply.of(to.code(), "moved", "Access-Control-Allow-Origin: *", "Location: " + location);
        } else if (act instanceof Answer.CountEvents events) {
            return counted(events.last(), request.header("Last-Event-ID"));
        } else if (act instanceof Answer.Close || act instanceof Answer.Reset) {
            return Reply.failure(Reason.CONNECTION_RESET);
        } else if (act instanceof Answer.Hold || act instanceof Answer.AwaitAbort) {
            return Reply.silence();
        }
        throw new NotPlayable();
    }

    /** Takes only heads that are valid and of HTTP/1.1, because a reply is not made of bytes. */
    private static Reply parsed(String bytes, boolean closes) {
        int end = bytes.indexOf("\r\n\r\n");
        String head = end < 0 ? "" : bytes.substring(0, end);
        boolean isPlain = head.matches("HTTP/1\\.1 [2-5]\\d\\d(?s:.*)")
                && !head.toLowerCase(Locale.ROOT).contains("transfer-encoding") && !head.contains("\r\n ");
        if (!isPlain) {
            throw new NotPlayable();
        }
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
        int code = Integer.parseInt(lines.remove(0).substring(9, 12));
        if (closes) {
            lines.add("Connection: close");
        }
        try {
            return Reply.of(code, latin1(bytes.substring(end + 4)), lines.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw new NotPlayable();
        }
    }

    private String target(SentRequest request) {
        return request.url().replaceFirst("http://[^/]*", "").replace("/" + scenario.id() + "/", "/.../");
    }

    private String described(SentRequest request) {
        return request.method().token() + "\n" + target(request) + "\n" + length(request) + "\n"
                + request.header("X-Test") + "\n";
    }

    /** The Content-Length that every backend adds. */
    private static String length(SentRequest request) {
        boolean hasLength = request.body().length > 0 || WITH_BODY.contains(request.method());
        return hasLength ? Integer.toString(request.body().length) : null;
    }

    private String revealed(SentRequest request, List<String> names) {
        StringBuilder line = new StringBuilder(request.method().token() + " " + target(request) + " "
                + new String(request.body(), StandardCharsets.ISO_8859_1));
        for (String name : names) {
            line.append(' ').append(name).append('=').append(value(request, name));
        }
        return line.toString();
    }

    private static String value(SentRequest request, String name) {
        if (name.equals("Content-Length")) {
            return length(request);
        }
        List<String> values = HeaderLine.values(request.headers(), name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static Reply counted(int last, String id) {
        int number = id == null ? 0 : Integer.parseInt(id);
        return number == last
                ? Reply.of(204, "", "Access-Control-Allow-Origin: *")
                : Reply.of(200, "id: " + (number + 1) + "\ndata: " + id + "\n\n", "Content-Type: text/event-stream",
                        "Access-Control-Allow-Origin: *", "Connection: close");
    }
}
