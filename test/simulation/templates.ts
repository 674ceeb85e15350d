/** All compiled templates, read at once: nothing waits for a disk while time is virtual. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompiledTemplate } from '../../shared/world.ts';

let kept: Readonly<Record<string, CompiledTemplate>> | undefined;

/** By `<name>.<locale>`. Built by `npm run build:templates`. */
export function compiledTemplates(): Readonly<Record<string, CompiledTemplate>> {
  const folder = path.join(import.meta.dirname, '../../dist/templates');
  kept ??= Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.replace(/\.json$/, '').replaceAll('__', '/'),
        JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as CompiledTemplate,
      ]),
  );
  return kept;
}
