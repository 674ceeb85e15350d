/** What the table is asked, by whom, and what it answers: the same words before every database. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Json } from '../http/message.ts';

/** An item as it goes over the wire: binary is base64 text. Nobody changes one that was handed in. */
export type TableItem = Readonly<Record<string, AttributeValue>>;

/** One key of one table. */
export interface ItemPlace {
  readonly table: string;
  /** The attributes of the key, in the order of the table's schema, and nothing else. */
  readonly key: TableItem;
}

/** `ttl`: nobody asked; the item's time was over. */
export type Author = 'worker' | 'other' | 'ttl';

export interface Asked {
  readonly operation: string;
  readonly input: Json;
  readonly by: Author;
  /** How long the body was as it came. */
  readonly bytes: number;
  /** One without a signature is left to the database to refuse. */
  readonly signed: boolean;
  /** Has the database itself answer. */
  pass(): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly output: Json;
  /** The same as the database wrote it. */
  readonly written?: { readonly headers: Readonly<Record<string, string>>; readonly text: string };
}

/** Asks the database itself. */
export type Ask = (operation: string, input: Json) => Promise<Answered>;

/** The database, and what stands before it. */
export interface Table {
  answer(asked: Asked): Promise<Answered>;
}

export const nameOf = ({ table, key }: ItemPlace) => {
  let name = table;
  for (const value of Object.values(key)) name += `\n${value.S ?? JSON.stringify(value)}`;
  return name;
};

/** Undefined: it is no JSON object. */
export function jsonOf(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json | null;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a database answered, as it wrote it; not all of that is JSON. */
export function answeredWith(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): Answered {
  return { status, output: jsonOf(text) ?? {}, written: { headers, text } };
}
