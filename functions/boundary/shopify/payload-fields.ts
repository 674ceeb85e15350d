/** Reads single fields of a payload whose shape changes with the API version: what is missing or odd is left out. */
import { Temporal } from 'temporal-polyfill';
import { MalformedEvent } from '../../../shared/core/events/event-schema.ts';

export type PayloadFields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is PayloadFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a field; an empty one where there is none. */
export const fieldsOf = (value: unknown): PayloadFields => (isFields(value) ? value : {});

/** The objects of a list; none where there is no list. */
export const listOf = (value: unknown): readonly PayloadFields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];

/** The first of the values that is neither missing nor null. */
export const firstOf = (...values: readonly unknown[]): unknown =>
  values.find((value) => value !== undefined && value !== null);

/** Text without blanks at its ends, cut at `max` characters. */
export function textOf(value: unknown, max = 2048): string | undefined {
  return typeof value === 'string' ? value.trim().slice(0, max).toWellFormed() || undefined : undefined;
}

/** A web address of at most 2,048 characters: half an address would lead nowhere. */
export function urlOf(value: unknown): string | undefined {
  const url = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\/\S+$/.test(url) && url.length <= 2048 ? url : undefined;
}

/** An id as text: of a number its digits, of a global id (`gid://shopify/Order/1`) what follows the last slash. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value > 0 && value < 1e21 ? String(value) : undefined;
  }
  const id = textOf(value, 129)?.replace(/^gid:\/\/.*\//, '');
  return id !== undefined && id.length > 0 && id.length <= 128 ? id : undefined;
}

/** An id that must be there. Throws `MalformedEvent`. */
export function requiredId(value: unknown, field: string): string {
  return idOf(value) ?? malformed(field, 'an id');
}

/**
 * The first time that is told, as it is told: RFC 3339 with an offset. Throws `MalformedEvent` for one that cannot be
 * read: to guess another would date the fact wrongly.
 */
export function timeOf(field: string, ...candidates: readonly unknown[]): string {
  const candidate = firstOf(...candidates);
  try {
    if (typeof candidate === 'string') return Temporal.Instant.from(candidate) && candidate;
  } catch {
    // Falls through to the one answer for every wrong time.
  }
  return malformed(field, 'a time with an offset');
}

/** Throws `MalformedEvent`; the message names the field, never its value. */
export function malformed(field: string, wanted: string): never {
  throw new MalformedEvent(`shopifyWebhook: mend ${field}: ${wanted} is wanted there`);
}

/** Without the fields that are undefined. */
export function stated<Data extends object>(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data;
}
