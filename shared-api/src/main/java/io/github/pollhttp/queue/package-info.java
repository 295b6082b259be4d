/**
 * {@link io.github.pollhttp.queue.HTTPRequestQueue}, which executes many requests over few connections. The implementation uses the public API of
 * {@link io.github.pollhttp.request.HTTPRequest}, and {@code internal.RequestFacts}.
 */
@NullMarked
package io.github.pollhttp.queue;

import org.jspecify.annotations.NullMarked;
