/**
 * Star Courier, a game that shows how a game uses the library. {@link io.github.pollhttp.demo.game.Game} is the entrance for the two launchers,
 * {@link io.github.pollhttp.demo.game.Canvas} and {@link io.github.pollhttp.demo.game.Platform} are what they implement, and {@code GameServer} has
 * all requests. The package uses only what TeaVM has.
 */
package io.github.pollhttp.demo.game;
