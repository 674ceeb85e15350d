/** The settings as the functions get them: small, because Lambda holds 4 KB of environment for all variables. */
import type { Settings } from '../../../shared/settings/settings.ts';
import { settingsDefaults } from '../../../shared/settings/settings-defaults.ts';
import { StackError } from '../stack-error.ts';

export const settingsLimit_bytes = 3 * 1024;

/** Thrown when the settings do not fit into a function's environment. */
export class SettingsTooLarge extends StackError {
  override readonly name = 'SettingsTooLarge';
  readonly code = 'SETTINGS_TOO_LARGE';
}

/** What the stack alone needs. */
const stackOnly: ReadonlySet<string> = new Set<keyof Settings>([
  'alarmMail',
  'alarmTopic',
  'busName',
  'deliveryEvents',
  'forbiddenClaims',
  'identity',
  'linkCertificateArn',
  'linkDomain',
  'logDays',
  'mailFromDomain',
  'shopifyEventSource',
  'silenceHours',
  'trade',
]);

const defaults: Readonly<Record<string, unknown>> = settingsDefaults;

/**
 * JSON from which `handedSettings` makes the same decisions again: what only the stack needs and what equals its
 * default is left out. Throws {@link SettingsTooLarge} above 3 KB.
 */
export function settingsVariable(settings: Settings): string {
  const kept = Object.entries(settings).filter(
    ([key, value]) => !stackOnly.has(key) && JSON.stringify(value) !== JSON.stringify(defaults[key]),
  );
  const json = JSON.stringify(Object.fromEntries(kept));
  const size_bytes = Buffer.byteLength(json);
  if (size_bytes > settingsLimit_bytes) {
    throw new SettingsTooLarge(
      `The settings take ${size_bytes} bytes, and a function's environment has room for ${settingsLimit_bytes}: shorten the allowList (a whole domain is "@example.com") or transitDays.`,
    );
  }
  return json;
}
