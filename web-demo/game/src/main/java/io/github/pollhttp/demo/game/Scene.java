package io.github.pollhttp.demo.game;

/** What the game shows at one time. The game calls these methods; positions are units of {@link #stage}. */
abstract class Scene {
    final Game game;

    Scene(Game game) {
        this.game = game;
    }

    /** Moves everything on. */
    abstract void frame(double seconds);

    abstract void draw(Stage stage);

    abstract GameState state();

    /** Returns the area of this scene: that of a menu, unless a scene has another one. */
    Stage stage(Canvas canvas) {
        return Stage.ofMenu(canvas);
    }

    /** A key went down. */
    void pressed(Key key) {}

    /** A letter was typed, {@code A} to {@code Z}. */
    void typed(char letter) {}

    /** A finger or the mouse went down. */
    void touched(double x, double y) {}
}
