import fc from "fast-check";

/*
 * The same cases for every mutant: what chance finds would make one look killed. A property is not to take seconds for
 * each of a thousand mutants, and nobody reads its smallest counterexample.
 */
fc.configureGlobal({
	seed: 20261122,
	interruptAfterTimeLimit: 500,
	markInterruptAsFailure: false,
	endOnFailure: true,
});
