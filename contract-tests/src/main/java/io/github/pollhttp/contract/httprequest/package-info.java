/** The contract of HTTPRequest as programs, in the same shape as that of HTTPClient one package above. */
package io.github.pollhttp.contract.httprequest;
