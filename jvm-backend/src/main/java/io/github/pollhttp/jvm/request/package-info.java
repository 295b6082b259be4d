/** What an {@link io.github.pollhttp.request.HTTPRequest} needs of the JVM beside its connections: content codings, files, a thread. */
package io.github.pollhttp.jvm.request;
