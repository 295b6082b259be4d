/**
 * Scenarios of a libGDX {@code Net}. The same program runs with libGDX's own {@code Net} and with PollHTTP's, so that the differences are known. The
 * programs use libGDX alone, not PollHTTP.
 */
package io.github.pollhttp.contract.gdx;
