/**
 * How an {@link io.github.pollhttp.request.HTTPRequest} does its work, over {@link io.github.pollhttp.HTTPClient} alone. No program sees this package.
 */
package io.github.pollhttp.request;
