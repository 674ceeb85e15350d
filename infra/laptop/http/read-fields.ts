/** Reads typed fields from JSON of the wire; a wrong type is refused as AWS refuses it. */
import { type Json, Refusal } from './message.ts';

function wrong(name: string, type: string): Refusal {
  return new Refusal('SerializationException', `${name} must be ${type}.`);
}

export function optionalText(from: Json, name: string): string | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrong(name, 'a string');
  return value;
}

export function optionalWhole(from: Json, name: string): number | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong(name, 'an integer');
  return value;
}

export function optionalObject(from: Json, name: string): Json | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong(name, 'an object');
  return value as Json;
}

export function optionalObjects(from: Json, name: string): Json[] | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'object' || item === null)) {
    throw wrong(name, 'a list of objects');
  }
  return value as Json[];
}

export function optionalTexts(from: Json, name: string): string[] | undefined {
  const value = from[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
    throw wrong(name, 'a list of strings');
  }
  return value as string[];
}
