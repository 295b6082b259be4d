/**
 * {@link io.github.pollhttp.events.EventSource}, which receives server-sent events. The implementation uses only the public API of
 * {@link io.github.pollhttp.HTTPClient} for network access.
 */
package io.github.pollhttp.events;
