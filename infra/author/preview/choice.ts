/** What the preview shows, as its address says it; anything unknown in the address falls back to the first choice. */
import type { TemplateName } from '../../../shared/core/language/register.ts';
import { catalogue, locales } from '../../../shared/library.ts';
import { sampleNames } from '../samples/sample-event.ts';
import { brandNames } from '../samples/sample-mail.ts';

export const options = {
  template: Object.keys(catalogue) as TemplateName[],
  locale: locales,
  part: ['html', 'text', 'headers'],
  width: ['all', '360', '600', '1280'],
  scheme: ['light', 'dark'],
  sample: sampleNames,
  brand: brandNames,
} as const;

type Options = typeof options;
export type PreviewChoice = { readonly [Name in keyof Options]: Options[Name][number] };

/** Reads a choice from a query. */
export function choiceOf(query: URLSearchParams): PreviewChoice {
  const chosen = Object.entries(options).map(([name, values]) => {
    const asked = query.get(name);
    return [name, (values as readonly string[]).find((value) => value === asked) ?? values[0]];
  });
  return Object.fromEntries(chosen) as PreviewChoice;
}

/** The address at which the same choice is shown with a few things changed. */
export function previewAddressOf(
  path: string,
  choice: PreviewChoice,
  changes: Partial<PreviewChoice> = {},
): string {
  return `${path}?${new URLSearchParams({ ...choice, ...changes })}`;
}
