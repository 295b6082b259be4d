/**
 * The interfaces between {@link io.github.pollhttp.HTTPClient} and a backend, for authors of backends. Programs do not use this package.
 */
@NullMarked
package io.github.pollhttp.spi;

import org.jspecify.annotations.NullMarked;
