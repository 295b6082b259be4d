/** The contract of HTTPRequest, as scenarios of the same form as those of HTTPClient. */
package io.github.pollhttp.contract.httprequest;
