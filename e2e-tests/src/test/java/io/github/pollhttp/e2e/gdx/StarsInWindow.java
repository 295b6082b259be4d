package io.github.pollhttp.e2e.gdx;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

import com.badlogic.gdx.ApplicationLogger;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;

import io.github.pollhttp.stars.StarGame;

/** Plays the example in a window: taps all stars. Prints the log of the game, and saves a picture of the window in the middle and one at the end. */
public final class StarsInWindow extends StarGame {
    static final String LOG = "LOG ";
    static final String SAVED = "SAVED ";

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final int LINES_OF_START = 3;

    private final String folder;
    private final List<int[]> stars;
    private final List<String> log = new ArrayList<>();
    private int tapped;

    /** Null in a frame without a tap. */
    private int[] tap;

    private StarsInWindow(String server, String news, String folder, List<int[]> stars) {
        super(server, news);
        this.folder = folder;
        this.stars = stars;
    }

    /** @param args the URLs of the server and of the news, the folder for the pictures, and the coordinates of the stars */
    public static void main(String[] args) {
        List<int[]> stars = new ArrayList<>();
        for (int i = 3; i < args.length; i += 2) {
            stars.add(new int[]{Integer.parseInt(args[i]), Integer.parseInt(args[i + 1])});
        }
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.setWindowedMode(WIDTH, HEIGHT);
        config.disableAudio(true);
        new Lwjgl3Application(new StarsInWindow(args[0], args[1], args[2], stars), config);
    }

    @Override
    public void create() {
        Gdx.app.setApplicationLogger((ApplicationLogger) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{ApplicationLogger.class}, (proxy, method, arguments) -> log((String) arguments[1])));
        Input real = Gdx.input;
        Gdx.input = (Input) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Input.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "justTouched" -> tap != null;
                    case "getX" -> tap[0];
                    case "getY" -> HEIGHT - tap[1];
                    default -> method.invoke(real, arguments);
                });
        super.create();
    }

    private Object log(String message) {
        System.out.println(LOG + message);
        log.add(message);
        return null;
    }

    @Override
    public void render() {
        super.render();
        tap = null;
        if (log.size() < LINES_OF_START) {
            return;
        }
        if (tapped == stars.size() / 3) {
            save("middle.png");
        }
        if (tapped < stars.size()) {
            tap = stars.get(tapped++);
        } else if (log.size() > LINES_OF_START) {
            save("end.png");
            Gdx.app.exit();
        }
    }

    private void save(String name) {
        Pixmap frame = Pixmap.createFromFrameBuffer(0, 0, WIDTH, HEIGHT);
        Pixmap pixmap = new Pixmap(WIDTH, HEIGHT, Pixmap.Format.RGB888); // because the screen ignores the alpha of the frame
        pixmap.setBlending(Pixmap.Blending.None);
        pixmap.drawPixmap(frame, 0, 0);
        PixmapIO.writePNG(new FileHandle(folder + "/" + name), pixmap, Deflater.BEST_COMPRESSION, true);
        frame.dispose();
        pixmap.dispose();
        System.out.println(SAVED + name);
    }
}
