/**
 * PollHTTP in the browser, over the Fetch Standard's {@code fetch}. Callbacks of the browser only store what arrives; the client's polls take it.
 * Therefore no code of the program runs inside a callback, and the backend needs no coroutines.
 *
 * <p>
 * The {@code @JSBody} scripts are ECMAScript 2015 to 2017, without newer syntax, because TeaVM 0.13 to 0.15 parses them with Rhino 1.7.15.
 */
package io.github.pollhttp.web;
