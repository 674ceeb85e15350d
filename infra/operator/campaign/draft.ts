/** A draft of a campaign: one YAML file, read with the line of each field, so that a fault can say where it is. */
import { readFileSync } from 'node:fs';
import type { Temporal } from 'temporal-polyfill';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Campaign, CampaignWords } from '../../../shared/ports/templates.ts';
import { WrongUsage } from '../../terminal/refusal.ts';

/** Whom it is for: whoever fits each of the lists that are given, by any entry of it. */
export interface Audience {
  readonly segments: readonly string[];
  /** Has bought one of these. */
  readonly products: readonly string[];
  /** The category of what was bought last. */
  readonly lastCategory: readonly string[];
}

/** A letter may be about these: a customer consents to each. The steps of the scenario are named so. */
export const draftTopics = ['news', 'offers', 'tips', 'events'] as const;
export type DraftTopic = (typeof draftTopics)[number];

export interface CampaignDraft {
  readonly id: string;
  readonly topic: DraftTopic;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** Letters a day; all at once unless given. */
  readonly pace: number | undefined;
  readonly audience: Audience;
  readonly words: Readonly<Record<'ja' | 'en', CampaignWords>>;
  /** Of all that is above. */
  readonly digest: string;
}

/** What is written, whatever it is, and where. */
export interface DraftFile {
  readonly data: Readonly<Record<string, unknown>>;
  /** What cannot be read as YAML at all. */
  readonly broken: readonly { readonly line: number; readonly says: string }[];
  /** Of the field, else of what it would stand in. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Far more than a letter takes. */
const most_bytes = 200_000;

export function readDraft(file: string): DraftFile {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length <= most_bytes) return parsedDraft(text);
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read (${String(error)}): "campaign new ${file}" writes one.`);
  }
  throw new WrongUsage(`${file} is longer than any letter: ${most_bytes} characters at most.`);
}

export function parsedDraft(text: string): DraftFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const whole: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  const isMap = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
  return {
    data: isMap ? (whole as Record<string, unknown>) : {},
    broken: document.errors.map(({ message, pos }) => ({
      line: lines.linePos(pos[0]).line,
      says: message.split('\n')[0] ?? message,
    })),
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

/** As it lies beside the records. */
export const campaignOf = ({ id, digest, words, at, expiresAt }: CampaignDraft): Campaign => ({
  id,
  digest,
  words,
  at: at.toString(),
  expiresAt: expiresAt.toString(),
});
