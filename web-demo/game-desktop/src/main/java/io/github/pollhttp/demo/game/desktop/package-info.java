/** The game on the desktop: a window of Swing that draws with Java2D. */
package io.github.pollhttp.demo.game.desktop;
