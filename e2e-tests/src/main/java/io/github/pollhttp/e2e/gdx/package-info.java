/** A libGDX game in the browser, without a backend of libGDX: TeaVM compiles PollNet from libGDX's plain jar. */
package io.github.pollhttp.e2e.gdx;
