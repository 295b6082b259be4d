package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;

import org.junit.jupiter.api.Test;

/** The Java of {@code docs/recipes.md} that only the desktop can run. */
class DesktopRecipeTest extends Game {

    // snippet: desktop-picture
    BufferedImage picture(byte[] bytes) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                show("The picture has a format that Java does not know.");
            }
            return picture;
        } catch (IOException e) {
            show("The picture is damaged.");
            return null;
        }
    }
    // end

    // snippet: desktop-sound
    void playSound(byte[] wav) {
        try {
            AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));
            Clip clip = AudioSystem.getClip();
            clip.open(sound);
            clip.start();
        } catch (UnsupportedAudioFileException | IOException e) {
            show("The sound is damaged.");
        } catch (LineUnavailableException | IllegalArgumentException e) {
            show("This computer plays no sound.");
        }
    }
    // end

    // snippet: desktop-screenshot
    byte[] screenshot(BufferedImage screen) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(screen, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory does not fail
        }
        return png.toByteArray();
    }
    // end

    @Test
    void screenshotIsAPicture() {
        BufferedImage screen = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        screen.setRGB(1, 1, 0xff8000);
        BufferedImage read = picture(screenshot(screen));
        assertEquals("3x2 ffff8000",
                read.getWidth() + "x" + read.getHeight() + " " + Integer.toHexString(read.getRGB(1, 1)));
        assertTrue(shown.isEmpty(), shown.toString());
    }

    @Test
    void damagedPictureIsShownAsSuch() {
        assertNull(picture(new byte[]{1, 2, 3}));
        assertEquals(1, shown.size());
    }

    @Test
    void soundIsPlayedIfTheComputerCan() throws IOException {
        AudioFormat format = new AudioFormat(8_000, 8, 1, true, false);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(new byte[80]), format, 80),
                AudioFileFormat.Type.WAVE, wav);
        playSound(wav.toByteArray());
        assertTrue(shown.isEmpty() || shown.get(0).equals("This computer plays no sound."), shown.toString());
    }

    @Test
    void damagedSoundIsShownAsSuch() {
        playSound(new byte[]{1, 2, 3});
        assertEquals(List.of("The sound is damaged."), shown);
    }
}
