/**
 * The contract as programs: what a game does with a client, what the server answers, and the trace that must come of it. Plain Java that
 * TeaVM compiles, so that the same scenarios run on the JVM and in the browser.
 */
package io.github.pollhttp.contract;
