/** What the benchmark runs in a browser. */
package io.github.pollhttp.bench.page;
