/** The program that the tests of browser behaviour run inside a browser. */
package io.github.pollhttp.e2e.behaviour;
