/** An event out of a file or the standard input, in the forms in which it is sent: an entry of PutEvents, or as a rule receives it. */
import { readFileSync } from 'node:fs';
import type { SentEvent } from '../../../shared/service/explaining/explain-event.ts';
import { OperatorRefusal, WrongUsage } from '../../terminal/refusal.ts';

/** @param file `-` for the standard input */
export function readSentEvent(file: string): SentEvent {
  return sentEvent(parsed(textOf(file), file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new WrongUsage(
      `${file} cannot be read: give the path of a JSON file, or - for the standard input.`,
    );
  }
}

/** @throws `OperatorRefusal` for what is no event in either form */
export function sentEvent(data: unknown, where: string): SentEvent {
  const fields = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  const name = fields.DetailType ?? fields['detail-type'];
  const detail = fields.Detail ?? fields.detail;
  if (typeof name !== 'string' || detail === undefined) {
    throw new OperatorRefusal(
      `${where} is no event: give { "detail-type": "OrderPlaced", "detail": { … } }, as it lies in the queue, the archive or PutEvents.`,
    );
  }
  return { name, detail: typeof detail === 'string' ? parsed(detail, `Detail in ${where}`) : detail };
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OperatorRefusal(`${where} is not JSON: mend it.`);
  }
}
