/** What the game asks the server for: levels, sprites, the leaderboard, live scores and an update; and a control that disturbs all of these. */
package io.github.pollhttp.demo.server.game;
