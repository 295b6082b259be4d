/** Thread pools for work that a game must not wait for. */
package io.github.pollhttp.jvm.thread;
