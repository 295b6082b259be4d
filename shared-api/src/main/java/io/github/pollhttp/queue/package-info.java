/**
 * How an {@link io.github.pollhttp.queue.HTTPRequestQueue} does its work, over {@link io.github.pollhttp.request.HTTPRequest} alone. No program sees this package.
 */
package io.github.pollhttp.queue;
