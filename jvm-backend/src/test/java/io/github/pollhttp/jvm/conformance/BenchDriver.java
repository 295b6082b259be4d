package io.github.pollhttp.jvm.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.pollhttp.TLSOptions;

/**
 * Drives this library for a conformance bench: a request as a JSON object a line on standard input, its outcome as a
 * line on standard output. Run by hand. The system property {@code trust.pem} names a file of certificates to trust.
 */
final class BenchDriver {
    private BenchDriver() {}

    public static void main(String[] args) throws IOException {
        Connections connections = new Connections(tlsOptions());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(Json.write(answer(Json.object(Json.read(line)), connections)));
        }
        System.exit(0); // the bench has gone, and whatever threads are left have nobody to serve
    }

    private static TLSOptions tlsOptions() throws IOException {
        String file = System.getProperty("trust.pem");
        return file == null ? TLSOptions.client() : TLSOptions.client(Files.readString(Path.of(file)));
    }

    private static Map<String, Object> answer(Map<String, Object> line, Connections connections) {
        String id = (String) line.get("id");
        try {
            BenchRequest request = BenchRequest.of(line);
            if (request.wants("follow_redirects") || request.wants("decompress")) {
                return outcome(id, "skip", "HTTPClient does neither; HTTPRequest does");
            }
            return new BenchExchange(request, connections).run();
        } catch (UnsupportedOperationException e) {
            return outcome(id, "skip", e.getMessage());
        } catch (RuntimeException e) { // the client's fault: no outcome that the bench could take for a right refusal
            e.printStackTrace();
            return outcome(id, "threw", e.toString());
        }
    }

    private static Map<String, Object> outcome(String id, String outcome, String error) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("outcome", outcome);
        answer.put("error", error);
        return answer;
    }
}
