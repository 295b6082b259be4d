/**
 * What the headers say about the content of a response: its codings, its range and its version (RFC 9110 sections 8 and 14), and the
 * check of strict portable mode. Used by the packages {@code request} and {@code events}. Programs do not use this package.
 */
@NullMarked
package io.github.pollhttp.content;

import org.jspecify.annotations.NullMarked;
