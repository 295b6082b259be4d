/** A program that waits, in a thread. */
package io.github.pollhttp.e2e.blocking;
