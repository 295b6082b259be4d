/** The contract of EventSource and HTTPRequestQueue, as scenarios. */
package io.github.pollhttp.contract.convenience;
