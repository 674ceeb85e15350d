/** Whether a draft can be sent as it is: each fault with its line. */
import { Temporal } from 'temporal-polyfill';
import { digest } from '../../../shared/core/values/ids.ts';
import type { CampaignWords } from '../../../shared/ports/templates.ts';
import { linkRule } from '../../../shared/service/rendering/allowed-links.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { type Audience, type CampaignDraft, type DraftFile, type DraftTopic, draftTopics } from './draft.ts';
import { type DraftFinding, wordsFaults } from './words-faults.ts';

interface Around {
  readonly now: Temporal.Instant;
  readonly segments: readonly { readonly name: string }[];
  readonly settings: Pick<Settings, 'timeZone' | 'brand' | 'sender' | 'linkHosts'>;
}

interface Checked {
  /** There where nothing is wrong. */
  readonly draft: CampaignDraft | undefined;
  readonly findings: readonly DraftFinding[];
}

type Path = readonly (string | number)[];

const languages = ['ja', 'en'] as const;
const knownFields = ['id', 'topic', 'at', 'expires', 'pace', 'audience', ...languages];
const knownLists = ['segments', 'products', 'lastCategory'] as const;
const mostParagraphs = 30;
const longestParagraph = 1500;

export function checkDraft(file: DraftFile, around: Around): Checked {
  if (file.broken.length > 0)
    return { draft: undefined, findings: file.broken.map((one) => ({ ...one, is: 'wrong' })) };
  const reading = new Reading(file);
  const draft = read(reading, around);
  const findings = reading.findings.toSorted((a, b) => a.line - b.line);
  return { draft: findings.some(({ is }) => is === 'wrong') ? undefined : draft, findings };
}

/** Gathers what is found on the way. */
class Reading {
  readonly findings: DraftFinding[] = [];
  readonly file: DraftFile;

  constructor(file: DraftFile) {
    this.file = file;
  }

  tell(path: Path, is: DraftFinding['is'], says: string): void {
    this.findings.push({ line: this.file.lineOf(path), is, says });
  }

  at(path: Path): unknown {
    return path.reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string | number, unknown>)[name]
          : undefined,
      this.file.data,
    );
  }

  text(path: Path): string {
    const value = this.at(path);
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.trim();
    this.tell(path, 'wrong', `${path.join('.')} is a text: put it in quotes`);
    return '';
  }

  texts(path: Path): string[] {
    const value = this.at(path);
    if (value === undefined || value === null) return [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
      return value.map((one) => one.trim());
    this.tell(path, 'wrong', `${path.join('.')} is a list of texts`);
    return [];
  }
}

function read(reading: Reading, around: Around): CampaignDraft {
  for (const name of Object.keys(reading.file.data).filter((one) => !knownFields.includes(one)))
    reading.tell([name], 'wrong', `there is no field "${name}": take one of ${knownFields.join(', ')}`);
  const id = reading.text(['id']);
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))
    reading.tell(['id'], 'wrong', 'an id is 1 to 40 of a-z, 0-9 and "-", such as week-49');
  const topic = reading.text(['topic']) || 'news';
  if (!draftTopics.some((known) => known === topic))
    reading.tell(['topic'], 'wrong', `there is no topic "${topic}": take one of ${draftTopics.join(', ')}`);
  const said = {
    id,
    topic: topic as DraftTopic,
    ...times(reading, around),
    pace: pace(reading),
    audience: audience(reading, around),
    words: { ja: words(reading, 'ja', around), en: words(reading, 'en', around) },
  };
  return { ...said, digest: digest(['campaign', JSON.stringify(said)], 20) };
}

function times(reading: Reading, { now, settings }: Around) {
  const [at, expiresAt] = [
    moment(reading, 'at', settings.timeZone),
    moment(reading, 'expires', settings.timeZone),
  ];
  if (at && Temporal.Instant.compare(at, now) < 0)
    reading.tell(['at'], 'odd', 'this time is past: it begins as soon as it is approved');
  if (expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0)
    reading.tell(['expires'], 'wrong', 'this time is past: nothing would go');
  if (at && expiresAt && Temporal.Instant.compare(expiresAt, at) <= 0)
    reading.tell(['expires'], 'wrong', 'it expires before it begins');
  return { at: at ?? now, expiresAt: expiresAt ?? now };
}

function moment(reading: Reading, name: string, timeZone: string): Temporal.Instant | undefined {
  const text = reading.text([name]);
  try {
    if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/.test(text))
      return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(timeZone).toInstant();
  } catch {
    // Told below, as what is no time at all.
  }
  reading.tell([name], 'wrong', `${name} is a time of the store's, such as "2026-12-08 10:00"`);
  return undefined;
}

function pace(reading: Reading): number | undefined {
  const value = reading.at(['pace']);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  reading.tell(['pace'], 'wrong', 'pace is a whole number of letters a day, such as 200');
  return undefined;
}

function audience(reading: Reading, { segments }: Around): Audience {
  const given = reading.at(['audience']) ?? {};
  const isLists = typeof given === 'object' && !Array.isArray(given);
  if (!isLists) reading.tell(['audience'], 'wrong', `audience takes lists: ${knownLists.join(', ')}`);
  const names = isLists ? Object.keys(given) : [];
  if (isLists && names.length === 0)
    reading.tell(['audience'], 'odd', 'it names no audience: it is for everybody who allows it');
  for (const name of names.filter((one) => !knownLists.some((known) => known === one)))
    reading.tell(['audience', name], 'wrong', `there is no "${name}": take ${knownLists.join(', ')}`);
  const [named, products, lastCategory] = knownLists.map((name) => {
    const entries = reading.texts(['audience', name]);
    const said = reading.at(['audience', name]) ?? [];
    if (names.includes(name) && Array.isArray(said) && said.length === 0)
      reading.tell(['audience', name], 'wrong', `audience.${name} names nobody: take it out, or fill it in`);
    return entries;
  });
  for (const [at, name] of (named ?? []).entries()) {
    if (!segments.some((one) => one.name === name))
      reading.tell(
        ['audience', 'segments', at],
        'wrong',
        `there is no segment "${name}": take one of ${segments.map((one) => one.name).join(', ')}`,
      );
  }
  return { segments: named ?? [], products: products ?? [], lastCategory: lastCategory ?? [] };
}

function words(reading: Reading, language: 'ja' | 'en', around: Around): CampaignWords {
  const given = reading.at([language]);
  if (typeof given === 'object' && given !== null) return wordsIn(reading, language, around);
  reading.tell([language], 'wrong', `there is no "${language}": each customer reads her own language`);
  return { subject: '', preheader: '', paragraphs: [] };
}

function wordsIn(reading: Reading, language: 'ja' | 'en', { settings }: Around): CampaignWords {
  const [subject, preheader, button, url] = ['subject', 'preheader', 'button', 'link'].map((name) =>
    reading.text([language, name]),
  );
  const paragraphs = reading.texts([language, 'body']).filter((text) => text !== '');
  const told = (path: Path, is: DraftFinding['is'], says: string): DraftFinding => ({
    line: reading.file.lineOf([language, ...path]),
    is,
    says: `${language}: ${says}`,
  });
  const wrong = (path: Path, says: string) => void reading.findings.push(told(path, 'wrong', says));
  if (!subject) wrong(['subject'], 'it has no subject');
  if (paragraphs.length === 0) wrong(['body'], 'it has no words: write at least one paragraph');
  if (paragraphs.length > mostParagraphs) wrong(['body'], `${mostParagraphs} paragraphs at most`);
  for (const [at, text] of paragraphs.entries())
    if (text.length > longestParagraph)
      wrong(['body', at], `a paragraph has ${longestParagraph} letters at most`);
  if ((button === '') !== (url === ''))
    wrong([button === '' ? 'button' : 'link'], 'a button and its link go together: give both, or neither');
  if (url && !(url.startsWith('https://') && linkRule(settings, settings.brand.siteUrl)('url', url)))
    wrong(['link'], `the link is https, to the store's own hosts or those of linkHosts, not "${url}"`);
  const said = {
    subject: subject ?? '',
    preheader: preheader ?? '',
    paragraphs,
    ...(button && { button }),
    ...(url && { url }),
  };
  reading.findings.push(...wordsFaults(said, told));
  return said;
}
