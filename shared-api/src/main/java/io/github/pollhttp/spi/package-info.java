/**
 * What lies between {@link io.github.pollhttp.HTTPClient} and a backend. For authors of backends; a game needs none of it.
 */
package io.github.pollhttp.spi;
