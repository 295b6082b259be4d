package io.github.pollhttp.demo.server.game;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;

/** The leaderboard, in an H2 database. It keeps only the best {@link #KEPT} scores. Of equal scores, the first one is the better. */
final class Scores implements AutoCloseable {
    static final int KEPT = 100;
    private static final int SHOWN = 10;

    private final Connection database;

    /** @param file where the database is, without the ending of the file; null for one in memory */
    Scores(Path file) throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:" + (file == null ? "mem:" : "file:" + file.toAbsolutePath()));
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS scores "
                    + "(id IDENTITY PRIMARY KEY, name VARCHAR(12) NOT NULL, points INT NOT NULL)");
            statement.execute("CREATE INDEX IF NOT EXISTS best ON scores (points DESC, id)");
            // The id that the program has given to the score. A database of an earlier version has scores without one.
            statement.execute("ALTER TABLE scores ADD COLUMN IF NOT EXISTS submission VARCHAR(36)");
            statement.execute("CREATE UNIQUE INDEX IF NOT EXISTS submissions ON scores (submission)");
        }
    }

    /**
     * Adds a score, unless one with its id is there. An id is forgotten with its score, when that is no longer among the best.
     *
     * @return whether it was added
     */
    synchronized boolean add(Submission submission) throws SQLException {
        if (isThere(submission.id())) {
            return false;
        }
        try (PreparedStatement insert = database
                .prepareStatement("INSERT INTO scores (submission, name, points) VALUES (?, ?, ?)");
                PreparedStatement trim = database.prepareStatement("DELETE FROM scores WHERE id NOT IN "
                        + "(SELECT id FROM scores ORDER BY points DESC, id LIMIT ?)")) {
            insert.setString(1, submission.id());
            insert.setString(2, submission.name());
            insert.setInt(3, submission.points());
            insert.execute();
            trim.setInt(1, KEPT);
            trim.execute();
        }
        return true;
    }

    private boolean isThere(String id) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT 1 FROM scores WHERE submission = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Returns the place of an added score, as JSON. A score that is not among those that are kept has the place after them. */
    synchronized String place(Submission submission) throws SQLException {
        try (PreparedStatement place = database.prepareStatement(
                "SELECT COALESCE((SELECT place FROM (SELECT submission, ROW_NUMBER() OVER (ORDER BY points DESC, id) "
                        + "AS place FROM scores) WHERE submission = ?), COUNT(*) + 1), COUNT(*) FROM scores")) {
            place.setString(1, submission.id());
            try (ResultSet row = place.executeQuery()) {
                row.next();
                return Json.object().add("rank", row.getInt(1)).add("of", row.getInt(2)).toString();
            }
        }
    }

    /** Returns the best scores, as JSON. */
    synchronized String best() throws SQLException {
        JsonArray scores = new JsonArray();
        try (PreparedStatement query = database
                .prepareStatement("SELECT name, points FROM scores ORDER BY points DESC, id LIMIT ?")) {
            query.setInt(1, SHOWN);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    scores.add(Json.object().add("name", row.getString(1)).add("points", row.getInt(2)));
                }
            }
        }
        return Json.object().add("scores", scores).toString();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
