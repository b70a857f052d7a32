/**
 * fast-check, with one seed for all: a run of the tests says the same each time, and a failure is repeated by running it
 * again. `SEED=random npm test` (or a number) tries other cases, and fast-check prints the seed of what fails.
 */
import fc from 'fast-check';

const { SEED = '20261123' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });

export default fc;
