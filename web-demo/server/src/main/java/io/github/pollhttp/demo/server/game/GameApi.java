package io.github.pollhttp.demo.server.game;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import com.eclipsesource.json.Json;

/** Answers the requests of the game, below {@code /game/}. */
public final class GameApi extends Handler.Abstract {
    private static final String ROOT = "/game/";
    private static final String JSON = "application/json";
    private static final int UPDATE_BYTES = 20_000_000;

    private final Control control = new Control();
    private final LiveScores live = new LiveScores(control);
    private final byte[] sprites = Sprites.png();
    private final byte[] update = new byte[UPDATE_BYTES];
    private final Scores scores;

    /**
     * Opens the leaderboard.
     *
     * @param scoresFile the file of the database, without its ending; null for one in memory
     * @throws SQLException if the database cannot be opened
     */
    public GameApi(Path scoresFile) throws SQLException {
        scores = new Scores(scoresFile);
        new SplittableRandom(1).nextBytes(update);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        scores.close();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(ROOT)) {
            return false;
        }
        String name = path.substring(ROOT.length());
        if (name.equals("control")) {
            control.handle(request, response, callback);
            live.endIfAway();
            return true;
        }
        if (!name.equals("sprites.png") && !name.equals("update.bin") && !name.startsWith("scores")
                && !name.startsWith("levels/")) {
            return false; // a file of the page
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (!isDisturbed(request, response, callback)) {
            answer(name, request, response, callback);
        }
        return true;
    }

    /** Handles what is the same for all paths: CORS, and the modes without an answer. */
    private boolean isDisturbed(Request request, Response response, Callback callback) {
        if (control.mode() == Mode.AWAY) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IOException("The control has closed the connection"));
            return true;
        }
        if (control.allowsOtherOrigins()) {
            response.getHeaders().put("Access-Control-Allow-Origin", "*");
            response.getHeaders().put("Access-Control-Allow-Headers", "Content-Type, Last-Event-ID");
        }
        if (request.getMethod().equals("OPTIONS")) {
            response.setStatus(HttpStatus.NO_CONTENT_204);
            callback.succeeded();
            return true;
        }
        if (control.mode() == Mode.BROKEN) {
            refuse(HttpStatus.INTERNAL_SERVER_ERROR_500, "The control has broken the server.", response, callback);
            return true;
        }
        return false;
    }

    private void answer(String name, Request request, Response response, Callback callback) throws Exception {
        boolean posts = request.getMethod().equals("POST");
        if (name.equals("scores") && posts) {
            addScore(request, response, callback);
        } else if (posts) {
            refuse(HttpStatus.METHOD_NOT_ALLOWED_405, "Only scores are posted.", response, callback);
        } else if (name.equals("scores/live")) {
            live.open(request, response, callback);
        } else if (name.equals("scores")) {
            send(JSON, scores.best().getBytes(UTF_8), request, response, callback);
        } else if (name.equals("sprites.png")) {
            send("image/png", sprites, request, response, callback);
        } else if (name.equals("update.bin")) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
            new Body(this::updateMode, request, response, callback, update).run();
        } else {
            sendLevel(name, request, response, callback);
        }
    }

    private void sendLevel(String name, Request request, Response response, Callback callback) throws IOException {
        try (InputStream level = name.matches("levels/[0-9]\\.json")
                ? GameApi.class.getClassLoader().getResourceAsStream(name)
                : null) {
            if (level == null) {
                refuse(HttpStatus.NOT_FOUND_404, "There is no such level.", response, callback);
            } else {
                send(JSON, level.readAllBytes(), request, response, callback);
            }
        }
    }

    private void addScore(Request request, Response response, Callback callback) throws IOException, SQLException {
        byte[] body = Content.Source.asInputStream(request).readNBytes(Submission.MOST_BYTES + 1);
        if (body.length > Submission.MOST_BYTES) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, "A score has at most 256 bytes.", response, callback);
            return;
        }
        Submission submission;
        try {
            submission = Submission.parse(new String(body, UTF_8));
        } catch (IllegalArgumentException e) {
            refuse(HttpStatus.BAD_REQUEST_400, e.getMessage(), response, callback);
            return;
        }
        if (scores.add(submission)) {
            live.send(submission.json());
        }
        send(JSON, scores.place(submission).getBytes(UTF_8), request, response, callback);
    }

    private void send(String type, byte[] bytes, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        new Body(control::mode, request, response, callback, bytes).run();
    }

    /** The update is slow in the normal mode, too, so that one sees it arrive. */
    private Mode updateMode() {
        return control.mode() == Mode.NORMAL ? Mode.SLOW : control.mode();
    }

    private static void refuse(int code, String message, Response response, Callback callback) {
        response.setStatus(code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        Content.Sink.write(response, true, Json.object().add("error", message).toString(), callback);
    }
}
