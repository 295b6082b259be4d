package io.github.pollhttp.demo.game.desktop;

import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import io.github.pollhttp.demo.server.DemoServer;

/** Opens the game and returns when its window is closed. */
public final class DesktopGameMain {
    private DesktopGameMain() {}

    /**
     * Starts a server and the game. With the system property {@code server}, for example {@code http://localhost:8080/game/}, the game uses that server.
     *
     * @param arguments the file of the scores, without its ending
     * @throws Exception if the server could not be started
     */
    public static void main(String[] arguments) throws Exception {
        String url = System.getProperty("server");
        if (url != null) {
            play(url);
            return;
        }
        try (DemoServer server = DemoServer.start(0, Path.of(arguments[0]), served -> {})) {
            url = server.originA() + "/game/";
            System.out.println("The server of the game is at " + url);
            play(url);
        }
    }

    private static void play(String url) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        EventQueue.invokeLater(() -> new GameWindow(url).addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                closed.countDown();
            }
        }));
        closed.await();
    }
}
