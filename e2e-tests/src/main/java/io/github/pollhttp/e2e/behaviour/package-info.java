/** What the tests of the browser's own rules run inside the browser. */
package io.github.pollhttp.e2e.behaviour;
