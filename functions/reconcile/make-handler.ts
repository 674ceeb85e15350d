/** Every quarter of an hour: wakes the enrolments whose timer never came. */
import { reconcile, type Swept } from '../../shared/service/sweep/reconcile.ts';
import type { Host } from '../host.ts';
import { lambda } from '../middleware.ts';
import { reconcileWiring } from '../wiring/reconcile-wiring.ts';

export function makeHandler(host: Host) {
  const { engine, telemetry } = reconcileWiring(host);
  return lambda<unknown, Swept>(telemetry, () => reconcile(engine));
}
