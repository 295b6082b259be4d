/** A program that uses blocking mode, in a Java thread of TeaVM. */
package io.github.pollhttp.e2e.blocking;
