/** The store's own bus, as the engine puts its events on it. */
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { PublishedEvent } from '../core/events/published-event.ts';
import { type Bus, engineSource } from '../ports/bus.ts';

/** What EventBridge takes in one call: entries, and bytes of all of them (256 KB) with room for what it adds. */
const batch = { entries: 10, bytes: 200_000 };

/** EventBridge took some of the events only. Putting all again is safe: each is known by its id. */
class BusRefused extends Error {
  override readonly name = 'BusRefused';
  readonly code = 'BUS_REFUSED';
}

interface Options {
  readonly client: EventBridgeClient;
  readonly busName: string;
}

/** `bus` on EventBridge. The id stands in the detail as `eventId`. Throws {@link BusRefused}. */
export function bridgeBus({ client, busName }: Options): Bus {
  return {
    async publish(events) {
      for (const entries of batches(events.map((event) => entryOf(event, busName)))) {
        const { FailedEntryCount = 0, Entries = [] } = await client.send(
          new PutEventsCommand({ Entries: entries }),
        );
        if (FailedEntryCount === 0) continue;
        const code = Entries.find(({ ErrorCode }) => ErrorCode !== undefined)?.ErrorCode;
        throw new BusRefused(
          `The bus ${busName} refused ${FailedEntryCount} of ${entries.length} events (${code}): they are put again.`,
        );
      }
    },
  };
}

function entryOf({ id, name, at, detail }: PublishedEvent, busName: string) {
  const occurredAt = at.toString();
  return {
    EventBusName: busName,
    Source: engineSource,
    DetailType: name,
    Detail: JSON.stringify({ eventId: id, occurredAt, ...detail }),
  };
}

function batches<Entry extends { readonly Detail: string }>(entries: readonly Entry[]): Entry[][] {
  const all: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.Detail) + 512;
    const open = all.at(-1);
    if (!open || open.length === batch.entries || bytes + size > batch.bytes) {
      all.push([entry]);
      bytes = size;
    } else {
      open.push(entry);
      bytes += size;
    }
  }
  return all;
}
