/** This client beside its peers: what each costs, in one run on one machine. */
package io.github.pollhttp.bench;
