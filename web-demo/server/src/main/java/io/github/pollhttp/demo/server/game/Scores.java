package io.github.pollhttp.demo.server.game;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;

/** The leaderboard, in an H2 database. It keeps only the best {@link #KEPT} scores. */
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
        }
    }

    /** Adds a score. Returns its place, as JSON. */
    synchronized String add(Submission submission) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO scores (name, points) VALUES (?, ?)");
                PreparedStatement trim = database.prepareStatement("DELETE FROM scores WHERE id NOT IN "
                        + "(SELECT id FROM scores ORDER BY points DESC, id LIMIT ?)");
                PreparedStatement place = database.prepareStatement(
                        "SELECT (SELECT COUNT(*) FROM scores WHERE points > ?) + 1, COUNT(*) FROM scores")) {
            insert.setString(1, submission.name());
            insert.setInt(2, submission.points());
            insert.execute();
            trim.setInt(1, KEPT);
            trim.execute();
            place.setInt(1, submission.points());
            try (ResultSet row = place.executeQuery()) {
                row.next();
                return JsonWriter.string().object().value("rank", row.getInt(1)).value("of", row.getInt(2)).end()
                        .done();
            }
        }
    }

    /** Returns the best scores, as JSON. */
    synchronized String best() throws SQLException {
        JsonStringWriter json = JsonWriter.string().object().array("scores");
        try (PreparedStatement query = database
                .prepareStatement("SELECT name, points FROM scores ORDER BY points DESC, id LIMIT ?")) {
            query.setInt(1, SHOWN);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    json.object().value("name", row.getString(1)).value("points", row.getInt(2)).end();
                }
            }
        }
        return json.end().end().done();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
