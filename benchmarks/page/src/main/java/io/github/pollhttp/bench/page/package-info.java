/** Programs that the benchmarks run in a browser. */
package io.github.pollhttp.bench.page;
