/**
 * AWS in a thread of its own, so that its processor time is not counted as the functions'. It says where it listens, and
 * then answers what it is asked, one question after another.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { StackNames } from '../../../stack/names.ts';
import { namesOf } from '../../../stack/names.ts';
import { startBenchDatabase } from './database.ts';
import { type CloudPage, Notebook } from './notebook.ts';
import { startServices } from './services.ts';

/** `turn`: the page so far, and a blank one. `empty`: new tables, and no timer. `fired`: timers that are gone by it. */
export type CloudQuestion =
  | { readonly ask: 'turn'; readonly fired: readonly string[] }
  | { readonly ask: 'empty' }
  | { readonly ask: 'kept' };

export interface CloudAnswer {
  readonly url?: string;
  readonly page?: CloudPage;
  readonly kept_bytes?: Readonly<Record<string, number>>;
}

const port = parentPort;
if (!port) throw new Error('This file is a thread of the lab: start it by cloud.ts.');
const names: StackNames = namesOf(workerData as Parameters<typeof namesOf>[0]);
const notebook = new Notebook();
let database = await startBenchDatabase(notebook, names);

async function answerTo(question: CloudQuestion): Promise<CloudAnswer> {
  switch (question.ask) {
    case 'turn':
      for (const timer of question.fired) notebook.fired(timer);
      return { page: notebook.turn() };
    case 'empty':
      notebook.forgetTimers();
      database = await startBenchDatabase(notebook, names);
      return {};
    case 'kept':
      return { kept_bytes: database.kept_bytes() };
  }
}

const url = await startServices(notebook, () => database);
port.on('message', async (question: CloudQuestion) => port.postMessage(await answerTo(question)));
port.postMessage({ url } satisfies CloudAnswer);
