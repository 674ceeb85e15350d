/**
 * Deletes items whose time is over, which no database on a laptop does by the cloud's own clock. What DynamoDB deletes
 * "typically within two days" goes once a day. An attribute that is no number, or lies more than five years back, ends
 * nothing. Source: "Using time to live (TTL)" in Amazon's DynamoDB Developer Guide.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Ask, type ItemPlace, nameOf, type Table, type TableItem } from './asked.ts';
import type { CommittedWrite, Watcher } from './seam.ts';
import type { Tables } from './tables.ts';

const day_ms = 24 * 60 * 60 * 1000;
const tooOld_s = 5 * 365 * 24 * 60 * 60;

interface Ending {
  readonly place: ItemPlace;
  readonly attribute: string;
  readonly ttl: AttributeValue;
}

export interface ExpiryParts {
  readonly tables: Tables;
  readonly table: Table;
  readonly ask: Ask;
  /** Told of each moment at which something is over. */
  readonly expiring: (at_ms: number) => void;
}

/** The first midnight at which an item is over. */
function passOf(ttl: string | undefined): number | undefined {
  const at_ms = ttl === undefined ? Number.NaN : Number(ttl) * 1000;
  const pass_ms = (Math.floor(at_ms / day_ms) + 1) * day_ms;
  return Number.isSafeInteger(pass_ms) ? pass_ms : undefined;
}

export class Expiry implements Watcher {
  readonly #parts: ExpiryParts;
  /** By the midnight at which they are over, by name. */
  readonly #passes = new Map<number, Map<string, Ending>>();

  constructor(parts: ExpiryParts) {
    this.#parts = parts;
  }

  committed({ table, key, before, after }: CommittedWrite): void {
    const attribute = this.#parts.tables.ttlOf(table);
    if (attribute === undefined) return;
    const [was, is] = [before?.[attribute]?.N, after?.[attribute]?.N];
    if (was === is) return;
    const place = { table, key };
    this.#forget(passOf(was), nameOf(place));
    const pass_ms = passOf(is);
    if (pass_ms !== undefined) this.#add(pass_ms, { place, attribute, ttl: { N: String(is) } });
  }

  /** Deletes all that was over at the moment. */
  async expire(at_ms: number): Promise<void> {
    const due = [...this.#passes.keys()].filter((pass_ms) => pass_ms <= at_ms).sort((a, b) => a - b);
    for (const pass_ms of due) {
      const endings = [...(this.#passes.get(pass_ms)?.values() ?? [])];
      this.#passes.delete(pass_ms);
      for (const ending of endings) {
        if (at_ms / 1000 - Number(ending.ttl.N) <= tooOld_s) await this.#delete(ending);
      }
    }
  }

  #add(pass_ms: number, ending: Ending): void {
    const pass = this.#passes.get(pass_ms) ?? new Map<string, Ending>();
    pass.set(nameOf(ending.place), ending);
    if (this.#passes.has(pass_ms)) return;
    this.#passes.set(pass_ms, pass);
    this.#parts.expiring(pass_ms);
  }

  #forget(pass_ms: number | undefined, name: string): void {
    const pass = pass_ms === undefined ? undefined : this.#passes.get(pass_ms);
    pass?.delete(name);
    if (pass_ms !== undefined && pass?.size === 0) this.#passes.delete(pass_ms);
  }

  /** Unless it was written since, and given more time. */
  async #delete({ place, attribute, ttl }: Ending): Promise<void> {
    const input = {
      TableName: place.table,
      Key: place.key satisfies TableItem,
      ConditionExpression: '#ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': attribute },
      ExpressionAttributeValues: { ':ttl': ttl },
    };
    const pass = () => this.#parts.ask('DeleteItem', input);
    await this.#parts.table.answer({
      operation: 'DeleteItem',
      input,
      by: 'ttl',
      bytes: 0,
      signed: true,
      pass,
    });
  }
}
