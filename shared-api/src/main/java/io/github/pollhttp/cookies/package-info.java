/**
 * {@link io.github.pollhttp.cookies.CookieJar}, its cookies, and the rules for public suffixes. The implementation works in memory, without I/O.
 */
@NullMarked
package io.github.pollhttp.cookies;

import org.jspecify.annotations.NullMarked;
