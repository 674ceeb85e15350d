/**
 * A way from one thread of the cloud to another that speaks HTTP without a wire: the same requests and answers, told over a port of
 * messages. Sockets between threads of one process were a quarter of what a burst of orders cost.
 */
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** Its header names are in small letters. */
export interface LineRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface LineAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
}

interface Asked {
  readonly id: number;
  readonly request: LineRequest;
}

interface Answered {
  readonly id: number;
  /** Undefined: the other end could not answer, as when a connection breaks. */
  readonly answer: LineAnswer | undefined;
}

/** One end of a line: whoever has it asks what listens at this host and port. */
export interface ThreadLine {
  readonly host: string;
  readonly port: MessagePort;
}

/** Answers whatever comes over the port, each as soon as its answer is there. */
export function answerLine(port: MessagePort, answer: (request: LineRequest) => Promise<LineAnswer>): void {
  port.on('message', async ({ id, request }: Asked) => {
    const answered: Answered = { id, answer: await answer(request).catch(() => undefined) };
    port.postMessage(answered);
  });
}

/** A line to somebody in this thread; the other end is for another one. */
export function lineTo(answer: (request: LineRequest) => Promise<LineAnswer>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  answerLine(port1, answer);
  return port2;
}

/** Asks over a port. Rejects where the other end could not answer. */
export function asker(port: MessagePort): (request: LineRequest) => Promise<LineAnswer> {
  const waiting = new Map<number, (answer: LineAnswer | undefined) => void>();
  let last = 0;
  port.on('message', ({ id, answer }: Answered) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  return (request) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, (answer) => (answer ? resolve(answer) : reject(new Error('socket hang up'))));
      const asked: Asked = { id: last, request };
      port.postMessage(asked);
    });
}
