/**
 * Hand-run tools that hold the JVM backend against other people's tests: a replay of what a real Godot did, and a bench
 * of raw responses. Nothing here runs in the build.
 */
package io.github.pollhttp.jvm.conformance;
