package io.github.pollhttp.demo.game.web;

import io.github.pollhttp.demo.game.Picture;
import io.github.pollhttp.demo.game.Platform;

/** Lets the browser decode pictures, which takes some frames. */
final class PagePlatform implements Platform {
    @Override
    public Picture decode(byte[] png) {
        return new PagePicture(png);
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
