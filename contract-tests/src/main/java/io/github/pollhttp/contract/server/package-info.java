/** The scripted server of the scenarios, and the game loop that plays scenarios on the JVM. The server runs on the JVM for browsers, too. */
package io.github.pollhttp.contract.server;
