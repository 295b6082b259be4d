package io.github.pollhttp.demo.game;

/**
 * The game. A launcher calls {@link #frame} 60 times a second and passes on the input. All calls come from one thread, and none of them waits for the
 * network.
 */
public final class Game {
    private static final double SECOND = 1e9;

    private final Platform platform;
    private final GameServer server;
    private final Assets assets;
    private final Leaderboard leaderboard;
    private final Update update;
    private final Initials initials = new Initials();
    private final Controls controls = new Controls();
    /** Those since the last game has begun. */
    private FrameTimes times = new FrameTimes();
    private boolean timesShown;
    private long lastFrame;
    /** Where the finger is, in points of the canvas; NaN if there is none. */
    private double pointer = Double.NaN;
    private Stage stage;
    private Scene scene;

    /**
     * Creates the game, which begins to load.
     *
     * @param serverUrl the URL of the server's folder, with a slash at the end; in the browser it may be empty for the folder of the page
     * @param platform  the platform
     */
    public Game(String serverUrl, Platform platform) {
        this(serverUrl, true, platform);
    }

    /**
     * Creates the game for a server that may have only the files of the game. The game begins to load.
     *
     * @param serverUrl   the URL of the server's folder, with a slash at the end; in the browser it may be empty for the folder of the page
     * @param keepsScores false if the server neither keeps nor sends scores; the game then does not ask for them
     * @param platform    the platform
     */
    public Game(String serverUrl, boolean keepsScores, Platform platform) {
        this.platform = platform;
        server = new GameServer(serverUrl, keepsScores);
        assets = new Assets(server, platform);
        leaderboard = new Leaderboard(server);
        update = new Update(server);
        lastFrame = platform.nanoTime();
        scene = new LoadingScene(this, 1, this::title, null);
    }

    /**
     * Continues the requests and the game, and draws.
     *
     * @param canvas where to draw
     */
    public void frame(Canvas canvas) {
        long began = platform.nanoTime();
        double seconds = (began - lastFrame) / SECOND;
        server.poll(seconds);
        long polled = platform.nanoTime();
        controls.pointer(scene.stage(canvas).unitX(pointer));
        update.frame(seconds);
        scene.frame(seconds);
        stage = scene.stage(canvas); // perhaps of another scene
        stage.clear();
        scene.draw(stage);
        if (timesShown) {
            FrameGraph.draw(Stage.ofLevel(canvas), times);
        }
        times.add(began - lastFrame, polled - began, platform.nanoTime() - began);
        lastFrame = began;
    }

    // The input

    /**
     * Tells the game that a key went down. Not for repetitions.
     *
     * @param key the key
     */
    public void press(Key key) {
        controls.key(key, true);
        timesShown ^= key == Key.F3;
        scene.pressed(key);
    }

    /**
     * Tells the game that a key went up.
     *
     * @param key the key
     */
    public void release(Key key) {
        controls.key(key, false);
    }

    /** Tells the game that it has lost the keyboard, so that no key stays down. */
    public void releaseAll() {
        controls.releaseAll();
        pointer = Double.NaN;
    }

    /**
     * Tells the game that a character was typed. It uses only the letters from A to Z.
     *
     * @param character the character
     */
    public void type(char character) {
        char letter = character >= 'a' ? (char) (character - 'a' + 'A') : character;
        if (letter >= 'A' && letter <= 'Z') {
            scene.typed(letter);
        }
    }

    /**
     * Tells the game that a finger or the mouse button went down.
     *
     * @param x points from the left edge of the canvas
     * @param y points from its upper edge
     */
    public void touch(double x, double y) {
        if (stage != null) {
            pointer = x;
            scene.touched(stage.unitX(x), stage.unitY(y));
        }
    }

    /**
     * Tells the game that the finger that is down has moved.
     *
     * @param x points from the left edge of the canvas
     */
    public void drag(double x) {
        pointer = x;
    }

    /** Tells the game that the finger went up. */
    public void lift() {
        pointer = Double.NaN;
    }

    /**
     * Describes what the game shows.
     *
     * @return the state after the last frame
     */
    public GameState state() {
        return scene.state();
    }

    /** Ends all requests and logs the frame times since the last game has begun. */
    public void close() {
        platform.log(times.toString());
        server.close();
    }

    // The way through the scenes

    void title() {
        scene = new TitleScene(this);
    }

    /** Begins a game, and with it the count of frames. */
    void start() {
        times = new FrameTimes();
        play(1, 0, World.LIVES);
    }

    void play(int level, int score, int lives) {
        Runnable start = () -> scene = new PlayScene(this, level, score, lives);
        if (assets.isReady(level)) {
            start.run();
        } else {
            scene = new LoadingScene(this, level, start, () -> leaveWith(score));
        }
    }

    /** Leaves the level before its end, and cancels its downloads. */
    void leave() {
        platform.log(times.toString());
        cancelDownloads();
        title();
    }

    /** Ends the game between two levels, so that the score is not lost, and cancels the downloads. */
    private void leaveWith(int score) {
        cancelDownloads();
        end(score, false);
    }

    private void cancelDownloads() {
        assets.cancel();
        update.cancel();
    }

    void end(int score, boolean won) {
        platform.log(times.toString());
        scene = new EndScene(this, score, won);
    }

    // For the scenes

    GameServer server() {
        return server;
    }

    Assets assets() {
        return assets;
    }

    Leaderboard leaderboard() {
        return leaderboard;
    }

    Update update() {
        return update;
    }

    Initials initials() {
        return initials;
    }

    Controls controls() {
        return controls;
    }

    /** For tests. */
    FrameTimes times() {
        return times;
    }
}
