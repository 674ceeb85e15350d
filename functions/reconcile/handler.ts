/** Every quarter of an hour: wakes the enrolments whose timer never came. */
import { reconcile, type Swept } from '../../shared/service/sweep/reconcile.ts';
import { lambda } from '../middleware.ts';
import { reconcileWiring } from '../wiring.ts';

const { engine, told: telemetry } = reconcileWiring();

export const handler = lambda<unknown, Swept>(telemetry, () => reconcile(engine));
