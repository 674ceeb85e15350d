/** Every quarter of an hour: wakes the enrolments whose timer never came. */
import { reconcile, type Swept } from '../../shared/service/sweep/reconcile.ts';
import { lambda } from '../middleware.ts';
import { reconcileWiring } from '../wiring.ts';

const { engine, told } = reconcileWiring();

export const handler = lambda<unknown, Swept>(told, () => reconcile(engine));
