/**
 * {@link io.github.pollhttp.request.HTTPRequest}, its settings and its downloaded files. The implementation uses
 * {@link io.github.pollhttp.HTTPClient} for all network access.
 */
package io.github.pollhttp.request;
