/** A deployment's settings: refused in words, or fit for everything that is made of them. */
import fc from 'fast-check';
import { settingsVariable } from '../../infra/stack/functions/settings-variable.ts';
import { readSettings } from '../../infra/stack/read-settings.ts';
import { renderMail } from '../../shared/service/rendering/render-mail.ts';
import { engineSettings } from '../../shared/settings/engine-settings.ts';
import { type EnvironmentVariable, environmentReader } from '../../shared/settings/environment.ts';
import { handedSettings } from '../../shared/settings/handed-settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { everyMessage, mailInput } from '../programs/mail-input.ts';
import { exampleSettings } from '../support/store-in-memory.ts';
import { mustBeClean } from './guards.ts';
import { hostileKey, hostileText } from './hostile.ts';
import { mutated } from './mutated.ts';
import { jsonText } from './raw.ts';
import { mustBeSafeMail, mustBeSafeSender } from './safe-mail.ts';
import { codeOf, must, refusal, type Taken, target } from './target.ts';

const words = hostileText.map((text) => text.slice(0, 80));
const full = fc
  .record({ name: words, more: words, zone: fc.constantFrom('Asia/Tokyo', '+09:00') })
  .map((own) => ({
    ...exampleSettings,
    allowList: ['@example.com'],
    brand: {
      ...exampleSettings.brand,
      name: own.name || 'x',
      logoUrl: 'https://shop.example.com/logo.png',
      logoAlt: own.more || 'x',
      colour: '#2F5d50',
      fonts: 'Noto Serif JP, serif',
    },
    senderName: own.more || 'x',
    legalName: own.name || 'x',
    postalAddress: own.more || 'x',
    inquiryContact: own.name || 'x',
    replyTo: 'help@shop.example.com',
    timeZone: own.zone,
    transitDays: { JP: 2, other: 4 },
    laneShares: { transactional: 0.3, marketing: 0.7 },
    quietHours: { from: '21:00', to: '08:00' },
    caps: [{ max: 1, days: 1 }],
  }));

function check([text, which]: [string, number]): Taken {
  try {
    const settings = readSettings(text);
    mustBeClean(Object.keys(settings), 'the settings');
    const again = handedSettings(settingsVariable(settings));
    must(
      JSON.stringify(engineSettings(again)) === JSON.stringify(engineSettings(settings)),
      'the functions would decide by other settings',
    );
    mustServe(settings, which);
    return 'accepted';
  } catch (error) {
    // The operator's own words are told back to the operator.
    return codeOf(error, 'INVALID_SETTINGS', 'SETTINGS_TOO_LARGE');
  }
}

/** A mail of this brand, from this sender. */
function mustServe(settings: Settings, which: number): void {
  const [template, locale] =
    everyMessage[which % everyMessage.length] ?? (['order-thanks/thanks', 'ja'] as const);
  mustBeSafeSender(settings.senderName, settings.sender);
  mustBeSafeMail(renderMail({ ...mailInput(template, locale), timeZone: settings.timeZone, settings }), {
    ownWords: true,
  });
}

export const settingsTexts = target('settings', fc.tuple(jsonText(mutated(full)), fc.nat(100)), check);

const variables: readonly EnvironmentVariable[] = [
  'TSUNAGU_SETTINGS',
  'RECORDS_TABLE',
  'LINK_BASE_URL',
  'SECRET_ID',
];
const value = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const environments = fc
  .tuple(fc.tuple(value, value, value, value), fc.dictionary(hostileKey, hostileText, { maxKeys: 3 }))
  .map(
    ([values, others]): Record<string, string | undefined> => ({
      ...others,
      ...Object.fromEntries(variables.map((name, index) => [name, values[index]])),
    }),
  );

export const environment = target('environment', environments, (given) => {
  let read = 0;
  for (const name of variables) {
    try {
      const value = environmentReader(given)(name);
      must(value !== '' && value === given[name], `${name} is read as something else`);
      read += 1;
    } catch (error) {
      refusal(error, 'MISSING_ENVIRONMENT');
      must(!given[name], `${name} is there and was not found`);
    }
  }
  return read === variables.length ? 'accepted' : 'MISSING_ENVIRONMENT';
});
