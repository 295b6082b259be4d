/** The parts of {@link io.github.pollhttp.request.HTTPRequest} that depend on the JVM: content codings, files and threads. */
package io.github.pollhttp.jvm.request;
