/** All customers, whatever they wait for, by the scan of the records' table: share by share, page by page. */
import type { Everybody } from '../../../shared/ports/everybody.ts';
import { sweepShards } from '../../../shared/ports/sweep.ts';
import { OperatorRefusal, sentenceOf } from '../../terminal/refusal.ts';

/** The ids of one share, a page at a time. A customer who comes in meanwhile may be left out. */
async function* pagesOf(everybody: Everybody, share: number): AsyncGenerator<readonly string[]> {
  let cursor: string | undefined;
  do {
    const { ids, next } = await everybody.page(share, cursor);
    yield ids;
    cursor = next;
  } while (cursor !== undefined);
}

/**
 * Goes through the shares in order. A failure names the share to go on from: what was done before stays done.
 *
 * @param page told of each page of ids; what it resolves to is shown as progress
 */
export async function eachCustomer(
  everybody: Everybody,
  fromShare: number,
  page: (ids: readonly string[]) => Promise<void>,
  shareDone: (share: number) => void,
): Promise<void> {
  for (let share = fromShare; share < sweepShards; share += 1) {
    try {
      for await (const ids of pagesOf(everybody, share)) await page(ids);
    } catch (error) {
      throw new OperatorRefusal(`${sentenceOf(error)} Mend that, and go on with --from-shard ${share}.`);
    }
    shareDone(share);
  }
}
