/**
 * The cookie jar in memory, over nothing but text and a clock. No program sees this package.
 */
package io.github.pollhttp.cookies;
