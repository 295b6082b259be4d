/**
 * The Java of the documentation. A region between {@code // snippet: name} and {@code // end} is one code block of a page or of the Javadoc; a test
 * compares the two. The build compiles these classes for the JVM, and TeaVM links them to JavaScript and WasmGC.
 */
package io.github.pollhttp.e2e.snippets;
