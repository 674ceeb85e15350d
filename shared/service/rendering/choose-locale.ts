import type { Settings } from '../../settings/settings.ts';

/** The languages messages are written in. */
export type Locale = Settings['locale'];

/** The language to write in: hers by its first part (`ja-JP` reads `ja`), the store's where that is unknown. */
export function chooseLocale(profileLocale: string | undefined, storeLocale: Locale): Locale {
  const language = profileLocale?.trim().toLowerCase().split(/[-_]/)[0];
  return language === 'ja' || language === 'en' ? language : storeLocale;
}
