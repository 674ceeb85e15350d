/** A database that answers everything itself: its writes are watched, those of one item one after another. */
import {
  type Answered,
  type Ask,
  type Asked,
  type ItemPlace,
  nameOf,
  type Table,
  type TableItem,
} from './asked.ts';
import { writtenPlaces } from './named-places.ts';
import type { Seam } from './seam.ts';
import type { Tables } from './tables.ts';
import { watchedWrite } from './watched-write.ts';

/** PartiQL says in words which items it writes. */
const unseen = /^(Batch)?Execute(Statement|Transaction)$/;

const unknown: Answered = {
  status: 400,
  output: { __type: 'com.amazon.coral.service#UnknownOperationException', message: 'Not on a laptop.' },
};

export class StraightThrough implements Table {
  readonly #ask: Ask;
  readonly #parts: { readonly seam: Seam; readonly tables: Tables };
  /** The last write of each item that is not done yet. */
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(ask: Ask, parts: { readonly seam: Seam; readonly tables: Tables }) {
    this.#ask = ask;
    this.#parts = parts;
  }

  async answer(asked: Asked): Promise<Answered> {
    const { operation, input } = asked;
    if (unseen.test(operation)) return unknown;
    const places = writtenPlaces(operation, input, this.#parts.tables);
    if (places.length === 0) return asked.pass();
    const image = (place: ItemPlace) => this.#image(place);
    return this.#inTurn(places.map(nameOf), () => watchedWrite(this.#parts, asked, places, image));
  }

  async #inTurn<T>(names: readonly string[], run: () => Promise<T>): Promise<T> {
    const done = Promise.allSettled(names.map((name) => this.#last.get(name))).then(run);
    for (const name of names) this.#last.set(name, done);
    try {
      return await done;
    } finally {
      for (const name of names) if (this.#last.get(name) === done) this.#last.delete(name);
    }
  }

  async #image({ table, key }: ItemPlace): Promise<TableItem | undefined> {
    const { output } = await this.#ask('GetItem', { TableName: table, Key: key, ConsistentRead: true });
    return output.Item as TableItem | undefined;
  }
}
