/**
 * The cases of the demo: requests, and the results that they must have. The page and the desktop command show them, so this package uses only
 * what TeaVM has and what is cheap there.
 */
package io.github.pollhttp.demo;
