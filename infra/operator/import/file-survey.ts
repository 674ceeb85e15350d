/** A look through the whole file before anything of it is told: what only many rows together show to be wrong. */
import { createHash } from 'node:crypto';
import { addressKeyText } from '../../../shared/core/values/address/address-key.ts';
import { readMailAddress } from '../../../shared/core/values/address/mail-address.ts';
import { type ColumnMap, columnFields, isBlank, type RowFields } from './column-map.ts';
import { BadRow } from './import-refusal.ts';
import { hasLine } from './order-rows.ts';
import type { Rows } from './read-rows.ts';

export class FileSurvey {
  /** By customer. Digests here and below, for a file may name a million. */
  readonly #addressOf = new Map<string, string>();
  readonly #severalAddresses = new Set<string>();
  readonly #orders = new Set<string>();
  /** Each with the customer whose it is; alone where a row names none. */
  readonly #ordersOf = new Set<string>();
  readonly #apart = new Set<string>();
  #last: { readonly order: unknown; readonly customer: unknown } | undefined;
  #hasLines = false;

  static async of(rows: Rows, map: ColumnMap): Promise<FileSurvey> {
    const survey = new FileSurvey();
    for await (const row of rows()) if ('cells' in row) survey.#look(columnFields(row.cells, map));
    return survey;
  }

  /** Its rows are lines of orders, one of which may have several. */
  get hasLines(): boolean {
    return this.#hasLines;
  }

  /** @throws {@link BadRow} */
  check(fields: RowFields): void {
    if (this.#severalAddresses.has(digestOf(fields.get('customer.id')))) {
      throw new BadRow(
        'customer.id stands with several addresses in this file: give each customer an id of her own, or leave customer.email out of it',
      );
    }
    if (this.#hasLines && this.#apart.has(digestOf(fields.get('order.id')))) {
      throw new BadRow('order.id stands in rows that do not follow one another: sort the file by its orders');
    }
  }

  #look(fields: RowFields): void {
    this.#hasLines ||= hasLine(fields);
    const [id, email] = [fields.get('customer.id'), fields.get('customer.email')];
    if (!isBlank(id) && !isBlank(email)) this.#lookAtAddress(id, keyTextOf(String(email)));
    const order = fields.get('order.id');
    if (!isBlank(order) && isBlank(fields.get('order.items'))) this.#lookAtOrder(order, id);
  }

  #lookAtAddress(id: unknown, email: string): void {
    const [key, address] = [digestOf(id), digestOf(email)];
    const known = this.#addressOf.get(key);
    if (known === undefined) this.#addressOf.set(key, address);
    else if (known !== address) this.#severalAddresses.add(key);
  }

  /** Two customers may each have an order of the same id. */
  #lookAtOrder(order: unknown, customer: unknown): void {
    const last = this.#last;
    if (last && last.order === order && (isBlank(customer) || customer === last.customer)) return;
    this.#last = { order, customer };
    const key = digestOf(order);
    const isAnybodys = isBlank(customer);
    const hers = isAnybodys ? key : key + digestOf(customer);
    const isKnown = isAnybodys ? this.#orders.has(key) : this.#ordersOf.has(hers) || this.#ordersOf.has(key);
    if (isKnown) this.#apart.add(key);
    this.#orders.add(key);
    this.#ordersOf.add(hers);
  }
}

/** As the engine takes it: `Mei <a@b.jp>` is a@b.jp. */
const keyTextOf = (text: string): string => addressKeyText(readMailAddress(text) ?? text);

/** An id may be a number in one line and a text in another. */
const digestOf = (value: unknown): string =>
  createHash('sha256').update(String(value)).digest('base64').slice(0, 16);
