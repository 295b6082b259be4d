/**
 * The contract that every backend fulfils, as scenarios. A scenario is a small program for one client, the responses that a scripted server
 * sends, and the expected trace. The scenarios are plain Java that TeaVM compiles, so that the same ones run on the JVM, in browsers and in Node.
 *
 * <h2>A trace</h2>
 *
 * A trace is one line of words, in the order of the events. For example:
 *
 * <pre>{@code
 * connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:hello CONNECTED
 * }</pre>
 *
 * <ul>
 * <li>{@code CONNECTING}: the client has a new status. The word is the name of the constant without {@code STATUS_}. A status that stays the
 * same is not repeated, so a trace does not depend on the number of polls.</li>
 * <li>{@code connect:OK}, {@code request:ERR_INVALID_PARAMETER}, {@code close:OK}: a call and its return code.</li>
 * <li>{@code poll:ERR_CONNECTION_ERROR}: a poll returned an error. {@code poll:OK} appears only if the scenario itself polls.</li>
 * <li>{@code code:200}: the response's head has arrived, with this status code.</li>
 * <li>{@code body:hello}: the bytes read so far. A space or a line feed appears as {@code _}, any other byte that is not printable ASCII as
 * {@code %} and two hexadecimal digits. A body of more than 120 bytes appears as its length and a checksum, such as
 * {@code body:5000-bytes-b9d407ad}.</li>
 * <li>{@code rejection:...}: the text of {@code getRejection()}, or {@code null} after a call that was accepted.</li>
 * <li>{@code length:5}, {@code has:true} and so on: a call that the scenario names, and its result.</li>
 * </ul>
 *
 * The traces of {@code HTTPRequest}, {@code EventSource} and {@code HTTPRequestQueue} have words of their own; see the classes
 * {@code RequestScenario}, {@code EventScenario} and {@code QueueScenario}.
 *
 * <h2>Running one scenario</h2>
 *
 * {@code -Dscenario=TEXT} plays only the scenarios whose name contains TEXT. On the JVM:
 *
 * <pre>{@code
 * mvn verify -pl jvm-backend -am -Dtest=ContractTest -Dsurefire.failIfNoSpecifiedTests=false -Dscenario="204 has no body"
 * }</pre>
 *
 * In pages and workers of browsers, and in Node ({@code BrowserRequestTest} has the scenarios of {@code HTTPRequest},
 * {@code BrowserConvenienceTest} those of event sources and queues):
 *
 * <pre>{@code
 * mvn verify -pl e2e-tests -am -Dtest=BrowserContractTest -Dsurefire.failIfNoSpecifiedTests=false -Dscenario="204 has no body"
 * }</pre>
 */
package io.github.pollhttp.contract;
