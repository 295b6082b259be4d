/**
 * PollHTTP for libGDX. {@link io.github.pollhttp.gdx.PollNet} is a {@code Net} for a game that already uses {@code Gdx.net}.
 */
package io.github.pollhttp.gdx;
