/** Where histories lie: committed files of what was decided and written before, to hold today's code against. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const readHistory = (name: string): string => {
  const file = join(import.meta.dirname, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

export const readJsonHistory = <Shape>(name: string): Shape => JSON.parse(readHistory(name)) as Shape;

export function writeHistory(name: string, text: string): void {
  const file = join(import.meta.dirname, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
