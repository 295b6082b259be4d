/** Compares this library with other HTTP clients, its peers, in one run on one machine. */
package io.github.pollhttp.bench;
