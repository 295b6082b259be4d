package io.github.pollhttp.demo.game;

import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

/** A download of 20 MB during a level. After a failure it is tried again. */
final class Update {
    private static final double PAUSE_SECONDS = 5;
    private static final long MEGABYTE = 1_000_000;

    private final GameServer server;
    private Ticket ticket;
    private String failure;
    private double pause;
    private long size;

    Update(GameServer server) {
        this.server = server;
    }

    /** Starts the download, unless it is under way or complete. */
    void start() {
        if (ticket == null && size == 0) {
            failure = null;
            ticket = server.update(response -> complete(), this::fail);
        }
    }

    /** Keeps only the size. A game would use {@code response.bytes()}, or store the body in a file with {@code setDownloadFile}. */
    private void complete() {
        size = ticket.getDownloadedBytes();
        ticket = null;
    }

    private void fail(String sentence) {
        ticket = null;
        failure = sentence;
        pause = PAUSE_SECONDS;
    }

    void cancel() {
        failure = null;
        if (ticket != null) {
            ticket.cancel();
            ticket = null;
        }
    }

    void frame(double seconds) {
        if (failure != null) {
            pause -= seconds;
            if (pause <= 0) {
                start();
            }
        }
    }

    /** What to tell the player; empty for nothing. */
    String text() {
        if (failure != null) {
            return "No update: " + failure + " Next try in " + (int) Math.ceil(pause) + " s.";
        }
        if (size > 0) {
            return "The update is here: " + size / MEGABYTE + " MB";
        }
        if (ticket == null) {
            return "";
        }
        long arrived = ticket.getDownloadedBytes() / MEGABYTE;
        return "Update: " + arrived
                + (ticket.getBodySize() > 0 ? " of " + ticket.getBodySize() / MEGABYTE : "") + " MB";
    }
}
