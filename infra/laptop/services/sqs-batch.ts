/** SQS's batches: up to ten entries with distinct ids, each with a verdict of its own. */
import { type Json, Refusal } from '../http/message.ts';
import { optionalObjects, optionalText } from '../http/read-fields.ts';
import { badEntryId, emptyBatch, idsNotDistinct, missing, tooMany } from './sqs-refusals.ts';

export function batchEntries(input: Json): { id: string; entry: Json }[] {
  const entries = optionalObjects(input, 'Entries');
  if (!entries) throw missing('Entries');
  if (entries.length === 0) throw emptyBatch();
  if (entries.length > 10) throw tooMany(entries.length);
  const ids = new Set<string>();
  return entries.map((entry) => {
    const id = optionalText(entry, 'Id') ?? '';
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(id)) throw badEntryId();
    if (ids.has(id)) throw idsNotDistinct(id);
    ids.add(id);
    return { id, entry };
  });
}

/** Does each entry alone; a refused one is told in `Failed`. */
export function eachEntry(input: Json, act: (entry: Json) => Json): Json {
  const Successful: Json[] = [];
  const Failed: Json[] = [];
  for (const { id, entry } of batchEntries(input)) {
    try {
      Successful.push({ Id: id, ...act(entry) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      Failed.push({
        Id: id,
        SenderFault: true,
        Code: error.queryCode ?? error.code,
        Message: error.message,
      });
    }
  }
  return { Successful, Failed };
}
