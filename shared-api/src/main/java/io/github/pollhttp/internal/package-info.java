/** What the packages of this module and the backends share. Not for programs. */
@NullMarked
package io.github.pollhttp.internal;

import org.jspecify.annotations.NullMarked;
