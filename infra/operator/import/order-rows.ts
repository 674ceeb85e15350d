/** Shops export one row for each line of an order: rows that follow one another with the same order become one. */
import type { Row } from './read-rows.ts';

type Detail = Record<string, unknown>;

export interface OfRows {
  /** Of the first row. */
  readonly line: number;
  /** Of the last row: up to here the file is read when this is done. */
  readonly until: number;
  readonly detail: Detail;
}

const orderIdOf = (detail: Detail) => (detail.order as { id?: unknown } | undefined)?.id;

const itemsOf = (detail: Detail): unknown[] =>
  ((detail.order as { items?: unknown[] } | undefined)?.items ?? []) as unknown[];

/** Collects rows; `next` gives back what is complete, `rest` what is left at the end. */
export class OrderRows {
  #open: OfRows | undefined;

  next(row: Pick<Row, 'line'>, detail: Detail): OfRows | undefined {
    const id = orderIdOf(detail);
    if (this.#open && id !== undefined && orderIdOf(this.#open.detail) === id) {
      const { line, detail: known } = this.#open;
      const items = [...itemsOf(known), ...itemsOf(detail)];
      this.#open = {
        line,
        until: row.line,
        detail: { ...known, order: { ...(known.order as object), items } },
      };
      return undefined;
    }
    const done = this.#open;
    this.#open = { line: row.line, until: row.line, detail };
    return done;
  }

  rest(): OfRows | undefined {
    const done = this.#open;
    this.#open = undefined;
    return done;
  }
}
