/** The program that plays the contract's scenarios in a browser, compiled by TeaVM. The tests start the browsers and compare the traces. */
package io.github.pollhttp.e2e;
