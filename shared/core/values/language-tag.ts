/**
 * A locale as BCP 47 writes it, without its extensions: `ja_JP.UTF-8` and `ja-jp` are `ja-JP`, `JA` is `ja`. What is no
 * such name stays as it was told.
 */
export function languageTag(told: string): string {
  const [name = ''] = told.trim().split(/[.@]/);
  try {
    return new Intl.Locale(name.replaceAll('_', '-')).baseName;
  } catch {
    return told;
  }
}
