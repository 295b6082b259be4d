package io.github.pollhttp.jvm;

import io.github.pollhttp.contract.junit.BackendContract;

/** This backend has every feature and every trace of the contract. */
class ContractTest extends BackendContract {}
