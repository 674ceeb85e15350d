/** Holds every compiled message against the claims that its trade, or the store itself, has forbidden. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { claimsIn } from '../../../shared/core/language/check/check-claims.ts';
import type { CompiledTemplate } from '../../../shared/ports/templates.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Library } from '../library.ts';
import { compiledFolder } from '../templates/library-build.ts';
import { outputName } from '../templates/output-name.ts';
import type { Finding } from './finding.ts';

/** The claims no message of this store may make, with where each comes from. */
function forbiddenClaims(root: string, settings: Settings): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  if (settings.trade !== 'general') {
    const file = `shared/programs/claims/${settings.trade}.json`;
    const listed: readonly string[] = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    for (const claim of listed) claims.set(claim, file);
  }
  for (const claim of settings.forbiddenClaims) claims.set(claim, '"forbiddenClaims" in cdk.json');
  return claims;
}

/** Messages that are not built have nothing to be held against: why they are not is told elsewhere. */
export function claimFaults({ root, catalogue, locales, texts }: Library, settings: Settings): Finding[] {
  const claims = forbiddenClaims(root, settings);
  if (claims.size === 0) return [];
  return Object.keys(catalogue).flatMap((template) =>
    locales.flatMap((locale) => {
      const built = path.join(root, compiledFolder, outputName(template, locale));
      if (!existsSync(built)) return [];
      const compiled: CompiledTemplate = JSON.parse(readFileSync(built, 'utf8'));
      return claimsIn(saidBy(compiled), [...claims.keys()]).map((claim) => ({
        file: texts.files.get(`${template}.${locale}.mjml`) ?? texts.wanted(`${template}.${locale}.mjml`),
        says: `claims "${claim}", which ${claims.get(claim)} forbids: say what can be shown instead`,
      }));
    }),
  );
}

function saidBy({ subject, html, text, episodes }: CompiledTemplate): string {
  const page = html.replaceAll(/<style[\s\S]*?<\/style>/g, ' ').replaceAll(/<[^>]*>/g, ' ');
  const shownTexts = (episodes ?? []).flatMap(({ title, paragraphs }) => [title, ...paragraphs]);
  return [subject, text, page, ...shownTexts].join('\n');
}
