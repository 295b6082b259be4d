/** A network that a test scripts. {@link io.github.pollhttp.testing.ScriptedNetwork} is the beginning. */
package io.github.pollhttp.testing;
