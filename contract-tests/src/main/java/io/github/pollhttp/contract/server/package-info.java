/** The server that the scenarios talk to. It runs on the JVM in both cases. */
package io.github.pollhttp.contract.server;
