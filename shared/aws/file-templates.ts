/** Compiled templates as files beside the function's code, read when first asked for: no message loads them all. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnknownTemplate } from '../core/values/unknown-template.ts';
import type { CompiledTemplate, Templates } from '../ports/templates.ts';

interface Options {
  readonly directory: string;
  /** The locale taken where a template is not there in the one asked for. */
  readonly fallback: string;
}

/** `templates` on files `<name with "/" as "__">.<locale>.json`. `ja-JP` is found as `ja`. Throws {@link UnknownTemplate}. */
export function fileTemplates({ directory, fallback }: Options): Templates {
  const kept = new Map<string, Promise<CompiledTemplate | undefined>>();

  const read = (template: string, locale: string) => {
    const file = `${template.replaceAll('/', '__')}.${locale}.json`;
    // Names come from scenarios and customers: only plain ones may lead to a file.
    if (!/^[A-Za-z0-9_-]+\.[A-Za-z0-9-]{1,35}\.json$/.test(file)) return Promise.resolve(undefined);
    const known = kept.get(file);
    if (known !== undefined) return known;
    const reading = readFile(join(directory, file), 'utf8').then(
      (text) => JSON.parse(text) as CompiledTemplate,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      },
    );
    kept.set(file, reading);
    // A failed read is no answer to keep, and odd locales must not fill the memory.
    reading.then((found) => found ?? kept.delete(file)).catch(() => kept.delete(file));
    return reading;
  };

  return {
    async load(template, locale) {
      for (const choice of [locale, locale.split('-')[0] ?? '', fallback]) {
        const found = await read(template, choice);
        if (found !== undefined) return found;
      }
      throw new UnknownTemplate(template, fallback);
    },
  };
}
