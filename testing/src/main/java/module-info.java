/**
 * A network for the tests of programs that use PollHTTP: a test scripts its replies and moves its clock.
 *
 * @since 0.1.0
 */
module io.github.pollhttp.testing {
    requires transitive io.github.pollhttp;

    exports io.github.pollhttp.testing;
}
