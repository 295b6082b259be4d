package io.github.pollhttp.stars;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.utils.Align;
import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.FitViewport;

/** Draws the game. It has nothing to do with the network. */
final class Screen implements Disposable {
    private static final float WIDTH = 800;
    private static final float HEIGHT = 500;
    private static final float MARGIN = 20;
    private static final float STAR = 56;
    private static final Color NIGHT = new Color(0x0b1026ff);
    private static final Color PANEL = new Color(0x0b1026b0);
    private static final Color TRACK = new Color(0x333b5cff);
    private static final Color GOLD = new Color(0xffd97aff);
    private static final Color ALARM = new Color(0xffb3a7ff);

    private final FitViewport viewport = new FitViewport(WIDTH, HEIGHT);
    private final SpriteBatch batch = new SpriteBatch();
    private final BitmapFont font = new BitmapFont(Gdx.files.internal("font.fnt"));
    private final GlyphLayout layout = new GlyphLayout();
    private final Texture dot = texture(1);
    private final Texture star = texture(64);
    private float time;

    /** Makes a white star with four points that fills a square. A star of one pixel is a dot. */
    private static Texture texture(int size) {
        Pixmap pixmap = new Pixmap(size, size, Pixmap.Format.RGBA8888);
        pixmap.setBlending(Pixmap.Blending.None);
        float middle = (size - 1) / 2f;
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                double out = Math.sqrt(Math.abs(x - middle) * 2 / size) + Math.sqrt(Math.abs(y - middle) * 2 / size);
                pixmap.setColor(1, 1, 1, (float) Math.max(0, Math.min(1, 3 - 3 * out)));
                pixmap.drawPixel(x, y);
            }
        }
        Texture made = new Texture(pixmap);
        made.setFilter(TextureFilter.Linear, TextureFilter.Linear);
        pixmap.dispose();
        return made;
    }

    /** Draws a bar for the progress of the picture, 0 to 1, unless it is 0. */
    void drawProgress(float progress) {
        begin();
        if (progress > 0) {
            drawBar(progress);
        }
        batch.end();
    }

    private void drawBar(float progress) {
        batch.setColor(TRACK);
        bar(WIDTH / 4, HEIGHT / 2, WIDTH / 2, 12);
        batch.setColor(GOLD);
        bar(WIDTH / 4, HEIGHT / 2, progress * WIDTH / 2, 12);
        text("The picture arrives: " + (int) (100 * progress) + " %", HEIGHT / 2 + 50, Align.center, Color.WHITE);
    }

    void draw(Texture picture, Array<Vector2> stars) {
        time += Gdx.graphics.getDeltaTime();
        begin();
        batch.setColor(Color.WHITE);
        batch.draw(picture, 0, 0, WIDTH, HEIGHT);
        batch.setColor(GOLD);
        for (int i = 0; i < stars.size; i++) {
            float size = STAR + 8 * (float) Math.sin(3 * time + i);
            batch.draw(star, stars.get(i).x - size / 2, stars.get(i).y - size / 2, size, size);
        }
        batch.end();
    }

    void drawTexts(String title, String count, String message, String failure) {
        layout.setText(font, failure, ALARM, WIDTH - 2 * MARGIN, Align.left, true);
        float above = failure.isEmpty() ? MARGIN : layout.height + 2 * MARGIN;
        batch.begin();
        batch.setColor(PANEL);
        bar(0, 0, WIDTH, above + 2 * MARGIN);
        text(title, HEIGHT - MARGIN, Align.left, Color.WHITE);
        text(count, HEIGHT - MARGIN, Align.right, GOLD);
        text(message, above + MARGIN, Align.left, Color.WHITE);
        text(failure, above - MARGIN, Align.left, ALARM);
        batch.end();
    }

    private void begin() {
        ScreenUtils.clear(NIGHT);
        viewport.apply();
        batch.setProjectionMatrix(viewport.getCamera().combined);
        batch.begin();
    }

    private void bar(float x, float y, float width, float height) {
        batch.draw(dot, x, y, width, height);
    }

    private void text(String text, float y, int align, Color color) {
        font.setColor(color);
        font.draw(batch, text, MARGIN, y, WIDTH - 2 * MARGIN, align, true);
    }

    /** Returns where the player has just touched the screen. */
    Vector2 touch() {
        return viewport.unproject(new Vector2(Gdx.input.getX(), Gdx.input.getY()));
    }

    void resize(int width, int height) {
        viewport.update(width, height, true);
    }

    @Override
    public void dispose() {
        batch.dispose();
        font.dispose();
        dot.dispose();
        star.dispose();
    }
}
