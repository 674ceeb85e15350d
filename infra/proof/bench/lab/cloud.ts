/** The lab's AWS as the lab asks it: a thread of its own. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../../../shared/settings/settings.ts';
import type { CloudAnswer, CloudQuestion } from './cloud-thread.ts';
import type { CloudPage } from './notebook.ts';

export interface LabCloud {
  readonly url: string;
  /** What was asked of it since the last turn. `fired`: timers that are gone since. */
  turn(fired: readonly string[]): Promise<CloudPage>;
  /** Begins anew: nothing in the tables, and no timer. */
  empty(): Promise<void>;
  /** Bytes of all items, by table. */
  kept_bytes(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

export async function startLabCloud({ store, stage, busName }: Settings): Promise<LabCloud> {
  const file = new URL('./cloud-thread.ts', import.meta.url);
  const thread = new Worker(file, { workerData: { store, stage, busName } });
  const next = async () => ((await once(thread, 'message')) as [CloudAnswer])[0];
  const ask = (question: CloudQuestion) => {
    const answer = next();
    thread.postMessage(question);
    return answer;
  };
  const { url } = await next();
  return {
    url: url as string,
    turn: async (fired) => (await ask({ ask: 'turn', fired })).page as CloudPage,
    empty: async () => void (await ask({ ask: 'empty' })),
    kept_bytes: async () => (await ask({ ask: 'kept' })).kept_bytes ?? {},
    stop: async () => void (await thread.terminate()),
  };
}
