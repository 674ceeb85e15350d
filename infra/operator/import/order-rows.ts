/**
 * Shops export one row for each line of an order: rows that follow one another with the same order become one, and what
 * only its first row says holds for all of them. An order of which a line cannot be read is not complete.
 */
import { isBlank, type RowFields } from './column-map.ts';
import { BadRow } from './import-refusal.ts';
import type { Row } from './read-rows.ts';

type Detail = Record<string, unknown>;

export interface OfRows {
  /** Of the first row that can be read. */
  readonly line: number;
  /** Of the last row: up to here the file is read when this is done. */
  readonly until: number;
  /** `undefined` where none of its rows can be read. */
  readonly detail: Detail | undefined;
  /** This line cannot be read, and is of the order or may be: none of it is told before that is mended. */
  readonly waitsFor?: number | undefined;
}

interface Open extends OfRows {
  readonly first: RowFields;
}

type OrderPart = { readonly items?: unknown[]; readonly currency?: unknown };
const orderOf = (detail: Detail | undefined) => (detail?.order ?? {}) as OrderPart;

/** Collects rows; `next` gives back what is complete, `rest` what is left at the end. */
export class OrderRows {
  #open: Open | undefined;
  /** A line just before that cannot be placed: it may be of the order before it, or of the one behind. */
  #unplaced: number | undefined;
  readonly #areLines: boolean;

  /** @param areLines each row is a line of an order, unless it gives all of them itself */
  constructor(areLines: boolean) {
    this.#areLines = areLines;
  }

  /** With what the order's first row says of all its rows. Throws {@link BadRow}. */
  carried(fields: RowFields): RowFields {
    const open = this.#open;
    if (!open || !continues(open.first, fields)) return fields;
    const known = new Map([
      ...open.first,
      ['order.currency', orderOf(open.detail).currency ?? open.first.get('order.currency')],
    ]);
    for (const field of ['order.currency', 'order.total']) {
      if (!differ(known.get(field), fields.get(field))) continue;
      throw new BadRow(`${field} is another than in the rows before of the same order`);
    }
    const all = new Map(fields);
    for (const field of ['order.id', 'customer.id', 'order.currency']) {
      if (isBlank(all.get(field)) && !isBlank(known.get(field))) all.set(field, known.get(field));
    }
    return all;
  }

  /** A row that can be read, with the fields that it was read from. */
  next({ line }: Pick<Row, 'line'>, detail: Detail, fields: RowFields): OfRows | undefined {
    const open = this.#open;
    if (!open || !continues(open.first, fields))
      return this.#begin({ line, until: line, detail, first: fields });
    this.#unplaced = undefined;
    const items = [...(orderOf(open.detail).items ?? []), ...(orderOf(detail).items ?? [])];
    const joined = {
      ...detail,
      ...open.detail,
      order: { ...orderOf(detail), ...orderOf(open.detail), items },
    };
    this.#open = { ...open, line: open.detail ? open.line : line, until: line, detail: joined };
    return undefined;
  }

  /** A row that cannot be read; its fields are known where only what they say is wrong. */
  unreadable(line: number, fields: RowFields | undefined): OfRows | undefined {
    const open = this.#open;
    const isOfOpen = open !== undefined && fields !== undefined && continues(open.first, fields);
    if (!isOfOpen && fields && !isBlank(fields.get('order.id'))) {
      return this.#begin({ line, until: line, detail: undefined, first: fields, waitsFor: line });
    }
    if (!isOfOpen) this.#unplaced = line;
    if (open && (isOfOpen || this.#mayHaveMore(open.first))) {
      this.#open = { ...open, until: line, waitsFor: open.waitsFor ?? line };
    }
    return undefined;
  }

  rest(): OfRows | undefined {
    const done = this.#open;
    this.#open = undefined;
    return done;
  }

  #begin(of: Open): OfRows | undefined {
    const done = this.#open;
    const waitsFor = of.waitsFor ?? (this.#mayHaveMore(of.first) ? this.#unplaced : undefined);
    this.#open = { ...of, waitsFor };
    this.#unplaced = undefined;
    return done;
  }

  #mayHaveMore(first: RowFields): boolean {
    return this.#areLines && isBlank(first.get('order.items'));
  }
}

export const hasLine = (fields: RowFields): boolean =>
  [...fields].some(([field, value]) => field.startsWith('item.') && !isBlank(value));

/** Both say something, and not the same. */
const differ = (one: unknown, other: unknown): boolean =>
  !isBlank(one) && !isBlank(other) && String(one) !== String(other);

/** The row is of the order that began so: it names the same, or none and nothing that is another's. */
function continues(first: RowFields, fields: RowFields): boolean {
  const differs = (field: string) => differ(first.get(field), fields.get(field));
  if (isBlank(first.get('order.id')) || differs('order.id') || differs('customer.id')) return false;
  if (!isBlank(fields.get('order.id'))) return true;
  const itsOwn = [...fields.keys()].filter((name) => /^(occurredAt$|customer\.|order\.)/.test(name));
  return hasLine(fields) && !itsOwn.some(differs);
}
