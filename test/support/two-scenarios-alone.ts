import { rolledOut } from '../../infra/proof/demo/rollout.ts';

/** Of the shipped library two let anybody in: what a test of the whole way counts stays in its hand. */
export const twoScenariosAlone = { scenarios: rolledOut(0) };
