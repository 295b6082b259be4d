/** Scenarios of what stands beside HTTPClient and HTTPRequest: event streams and queues. */
package io.github.pollhttp.contract.convenience;
