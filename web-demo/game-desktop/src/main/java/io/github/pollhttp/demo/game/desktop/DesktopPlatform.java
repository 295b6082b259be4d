package io.github.pollhttp.demo.game.desktop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import io.github.pollhttp.demo.game.Picture;
import io.github.pollhttp.demo.game.Platform;

/** Decodes pictures with ImageIO. */
final class DesktopPlatform implements Platform {
    /** A decoded picture; without an image if the bytes are no picture. */
    record DecodedPicture(BufferedImage image) implements Picture {
        @Override
        public State state() {
            return image == null ? State.BROKEN : State.READY;
        }
    }

    @Override
    public Picture decode(byte[] png) {
        try {
            return new DecodedPicture(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            return new DecodedPicture(null);
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void log(String line) {
        System.out.println(line);
    }
}
