/** Threads for what a game must not wait for. */
package io.github.pollhttp.jvm.thread;
