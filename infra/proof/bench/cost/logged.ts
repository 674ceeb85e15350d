/** What of an invocation's log is its messages', and what stands once for a batch however full it is. */
import { metricLineOf } from '../lab/causes.ts';
import { eachLine_bytes, platform_bytes } from './batches.ts';

/** Bytes of a line: those that come once for a batch, and those that each of its messages adds. */
interface LineParts {
  readonly ofBatch: number;
  readonly ofMessages: number;
}

/** Under this message a function sums up its routine work: a frame, and lists of what was done. */
const summary = 'batch';

function partsOf(text: string): LineParts {
  const whole = Buffer.byteLength(text) + eachLine_bytes;
  const metrics = metricLineOf(text);
  if (metrics) return metrics.scenario === undefined ? onceOf(whole) : eachOf(whole);
  if (!text.includes(`"message":"${summary}"`)) return eachOf(whole);
  const fields = Object.entries(JSON.parse(text) as object).filter(([, value]) => Array.isArray(value));
  const lists = Buffer.byteLength(JSON.stringify(Object.fromEntries(fields)));
  return { ofBatch: whole - lists, ofMessages: lists };
}

const onceOf = (bytes: number): LineParts => ({ ofBatch: bytes, ofMessages: 0 });
const eachOf = (bytes: number): LineParts => ({ ofBatch: 0, ofMessages: bytes });

/** Bytes billed for one invocation. `share`: how much of a full batch it held. */
export function logged_bytes(log: readonly string[], share: number): number {
  const once = Math.min(1, share);
  return (
    log.map(partsOf).reduce((sum, { ofBatch, ofMessages }) => sum + ofBatch * once + ofMessages, 0) +
    platform_bytes * share
  );
}
