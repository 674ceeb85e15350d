/** PutEvents over the wire, by the AWS SDK as any storefront would use it. */
import {
  EventBridgeClient,
  EventBridgeServiceException,
  PutEventsCommand,
} from '@aws-sdk/client-eventbridge';
import type { BusEntry } from './bus-entry.ts';
import type { EventSink } from './play.ts';

function onTheWire(entry: BusEntry, busName: string) {
  return {
    Source: entry.source,
    DetailType: entry.detailType,
    Detail: entry.detail,
    Time: new Date(entry.at.epochMilliseconds),
    EventBusName: entry.busName ?? busName,
  };
}

function isRefusal(error: unknown): error is EventBridgeServiceException {
  return error instanceof EventBridgeServiceException && error.$fault === 'client';
}

/**
 * The bus at an endpoint. One bad entry can make the service refuse a whole call; then each goes alone, so that only
 * the bad one is refused.
 *
 * @param busName for entries that name no bus
 */
export function busAt(endpoint: string, busName: string): EventSink & { close(): void } {
  const client = new EventBridgeClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    // Nobody checks a signature here, and the clock stands still while an event is on its way.
    signer: { sign: async (request) => request },
    cacheMiddleware: true,
  });

  async function put(entries: readonly BusEntry[]): Promise<(string | undefined)[]> {
    try {
      const Entries = entries.map((entry) => onTheWire(entry, busName));
      const answer = await client.send(new PutEventsCommand({ Entries }));
      return entries.map((_, index) => {
        const { ErrorCode, ErrorMessage } = answer.Entries?.[index] ?? {};
        return ErrorCode && `${ErrorCode}: ${ErrorMessage ?? 'PutEvents refused it'}`;
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (entries.length === 1) return [`${error.name}: ${error.message}`];
      return (await Promise.all(entries.map((entry) => put([entry])))).flat();
    }
  }

  return { put, close: () => client.destroy() };
}
