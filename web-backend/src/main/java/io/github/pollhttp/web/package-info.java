/**
 * PollHTTP in the browser, over the Fetch Standard's {@code fetch}. Callbacks only fill a mailbox; the polls of the game alone read it, so
 * no user code runs inside a callback and no coroutine is needed.
 */
package io.github.pollhttp.web;
