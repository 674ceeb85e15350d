/** The settings as a function finds them: the stack checked them, so that a function has no schema of them to build at its start. */
import { InvalidSettings } from './invalid-settings.ts';
import type { Settings } from './settings.ts';
import { settingsDefaults } from './settings-defaults.ts';

/** Settings without a default, which every deployment gives. */
const required = [
  'store',
  'stage',
  'brand',
  'sender',
  'senderName',
  'legalName',
  'postalAddress',
  'inquiryContact',
] as const satisfies readonly (keyof Settings)[];

/** What a function may be given besides: no default stands for it. */
const optional = ['replyTo', 'laneConcurrency'] as const satisfies readonly (keyof Settings)[];

const known: ReadonlySet<string> = new Set([...required, ...optional, ...Object.keys(settingsDefaults)]);

/**
 * Fills up with the defaults what `settingsVariable` wrote. Names are looked at, for a variable of another version; values
 * were looked at by the stack. Throws {@link InvalidSettings}, and tells nothing of the text.
 */
export function handedSettings(text: string): Settings {
  const given = objectOf(text);
  const names = Object.keys(given);
  const wrong = [
    ...required.filter((name) => !Object.hasOwn(given, name)),
    ...names.filter((name) => !known.has(name)).map(() => 'a name that this code does not know'),
  ];
  if (wrong.length === 0) return { ...settingsDefaults, ...given };
  throw new InvalidSettings(
    `TSUNAGU_SETTINGS is of another version (${wrong.join(', ')}): deploy the stack again, it writes the variable.`,
  );
}

function objectOf(text: string): Settings {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Settings;
  } catch {
    // Said below, as of any text that is no object: the parser's own words would tell what it holds.
  }
  throw new InvalidSettings(
    'TSUNAGU_SETTINGS is no JSON object: deploy the stack again, it writes the variable.',
  );
}
