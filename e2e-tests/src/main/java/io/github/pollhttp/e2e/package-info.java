/** What the end-to-end tests run inside the browser. */
package io.github.pollhttp.e2e;
