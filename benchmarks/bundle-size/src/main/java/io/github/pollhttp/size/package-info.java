/** Programs that are compiled for the browser, so that tests can measure the bundles. */
package io.github.pollhttp.size;
