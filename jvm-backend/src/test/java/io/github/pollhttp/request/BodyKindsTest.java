package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.Authorization;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.MultipartForm;
import io.github.pollhttp.RequestBody;

/** Request bodies of each kind, as Jetty reads them. */
@Timeout(60)
class BodyKindsTest {
    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);
    private RequestGame game;

    /** Responds with the body that it has read. */
    private static final class Reader extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String type = String.join(" and ", request.getHeaders().getValuesList(HttpHeader.CONTENT_TYPE));
            StringBuilder read = new StringBuilder();
            if (type.startsWith("multipart/")) {
                MultiPartConfig config = new MultiPartConfig.Builder().maxMemoryPartSize(-1).build();
                try (MultiPartFormData.Parts parts = MultiPartFormData.getParts(request, request, type, config)) {
                    for (MultiPart.Part part : parts) {
                        read.append(part.getName()).append('|').append(part.getFileName()).append('|')
                                .append(part.getHeaders().get(HttpHeader.CONTENT_TYPE)).append('|')
                                .append(part.getContentAsString(StandardCharsets.UTF_8)).append('\n');
                    }
                }
            } else if (type.startsWith("application/x-www")) {
                for (Fields.Field field : FormFields.getFields(request)) {
                    read.append(field.getName()).append('=').append(field.getValues()).append('\n');
                }
            } else {
                read.append(type).append(' ').append(request.getHeaders().get(HttpHeader.AUTHORIZATION)).append(' ')
                        .append(Content.Source.asString(request, StandardCharsets.UTF_8));
            }
            Content.Sink.write(response, true, read.toString(), callback);
            return true;
        }
    }

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(new Reader());
        jetty.start();
        game = new RequestGame();
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        jetty.stop();
    }

    private String read(RequestBody body, String... headers) {
        ErrorCode code = game.http.request(RequestGame.url(connector.getLocalPort(), "/"), List.of(headers),
                Method.METHOD_POST, body);
        assertEquals(ErrorCode.OK, code);
        return new String(game.awaitCompletion().body(), StandardCharsets.UTF_8);
    }

    @Test
    void jettyReadsTheFieldsOfAForm() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a b", "1+1=2&");
        fields.put("ä", List.of("€", "\r\n"));
        assertEquals("a b=[1+1=2&]\nä=[€, \r\n]\n", read(RequestBody.form(fields)));
    }

    @Test
    void jettyReadsThePartsOfAMultipartForm() {
        MultipartForm form = new MultipartForm().add("player", "Zoë")
                .addFile("shot", "sh\"ot.png", "image/png", "--boundary\r\n".getBytes(StandardCharsets.US_ASCII))
                .addFile("empty", "e", "a/b", new byte[0]);
        assertEquals("player|null|null|Zoë\nshot|sh%22ot.png|image/png|--boundary\r\n\nempty|e|a/b|\n",
                read(form.toBody()));
    }

    @Test
    void jettyReadsAFileThatIsSentFromItsPath(@TempDir Path folder) throws Exception {
        Path replay = Files.writeString(folder.resolve("1.bin"), "moves");
        MultipartForm form = new MultipartForm().add("player", "Zoë")
                .addFile("replay", "replay.bin", "a/b", replay.toString()).add("level", "3");
        assertEquals("player|null|null|Zoë\nreplay|replay.bin|a/b|moves\nlevel|null|null|3\n", read(form.toBody()));
    }

    @Test
    void jsonIsSentWithContentTypeAndAuthorization() {
        assertEquals("application/json Basic YTpi {\"a\":\"ä\"}",
                read(RequestBody.json("{\"a\":\"ä\"}"), Authorization.basic("a", "b")));
    }

    @Test
    void contentTypeHeaderOfTheProgramReplacesTheTypeOfTheBody() {
        assertEquals("application/problem+json null {}",
                read(RequestBody.json("{}"), "content-type: application/problem+json"));
    }
}
