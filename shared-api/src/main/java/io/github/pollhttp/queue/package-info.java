/**
 * How an {@link io.github.pollhttp.HTTPRequestQueue} does its work, over {@link io.github.pollhttp.HTTPRequest} alone. No program sees this package.
 */
package io.github.pollhttp.queue;
