/** The contract as JUnit tests, for the authors of backends. */
package io.github.pollhttp.contract.junit;
