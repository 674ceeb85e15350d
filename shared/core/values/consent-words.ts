/** The words in which consent is told, from wherever: which channels and topics there are, and by what names. */
import { onFirstUse } from './on-first-use.ts';
import { type Topic, topics } from './topic.ts';

/** The engine's own. */
const ownChannels = ['email', 'line', 'push', 'insert'] as const;
/** Of these the engine sends nothing: what is said of them is kept, and counts for nothing else. */
export const foreignChannels = ['sms', 'post', 'phone', 'fax', 'app'] as const;
export const consentChannels = [...ownChannels, ...foreignChannels] as const;

export type ConsentChannel = (typeof consentChannels)[number];
export type About = Topic | 'all';

/** What a shop calls a channel. A word that might be two of them, such as "direct mail", stands for neither. */
const channelNames: Readonly<Record<ConsentChannel, string>> = {
  email: 'mail mails emails メール 電子メール eメール イーメール メルマガ メールマガジン',
  line: 'ライン',
  push: 'pushnotification pushnotifications webpush apppush mobilepush プッシュ プッシュ通知 アプリ通知',
  insert: 'inserts parcelinsert 同梱 同梱物',
  sms: 'text texts textmessage textmessages shortmessage ショートメール ショートメッセージ',
  post: 'postal postalmail letter letters 郵便 郵送 手紙 はがき ハガキ 葉書',
  phone: 'telephone tel call calls phonecall phonecalls 電話',
  fax: 'facsimile telefax ファックス ファクス ファクシミリ',
  app: 'inapp mobileapp inappmessage アプリ アプリ内',
};
const names = (text: string) => text.split(' ');
const all = () => names('all any every everything * すべて 全て 全部').map((word) => [word, 'all'] as const);

const channelOf = onFirstUse(
  (): ReadonlyMap<string, ConsentChannel | 'all'> =>
    new Map([
      ...all(),
      ...consentChannels.flatMap((id) => [id, ...names(channelNames[id])].map((word) => [word, id] as const)),
    ]),
);
const topicOf = onFirstUse(
  (): ReadonlyMap<string, About> => new Map([...all(), ...topics.map((id) => [id, id] as const)]),
);

/** A word without what does not matter: case, width, blanks, hyphens, and what cannot be seen. */
const bare = (word: string) =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}_]/gu, '');

/** The one of a few words that a text is, however it is written. */
export function wordAmong<Word extends string>(text: string, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === bare(text));
}

/** The words of a text: lists are written with commas, semicolons, strokes or blanks, in either script. */
export function listedWords(text: string): string[] {
  return piecesOf(text).flatMap(byBlanks);
}

const piecesOf = (text: string) =>
  text
    .normalize('NFKC')
    .split(/[,、;|/・]/u)
    .filter((piece) => piece.trim());
const byBlanks = (piece: string) => piece.trim().split(/\s+/u);

/** What the words of a text stand for, one each; `undefined` for a word that nobody knows. */
function meant<Id>(text: string, known: ReadonlyMap<string, Id>): (Id | undefined)[] {
  return piecesOf(text).flatMap((piece) => {
    const whole = known.get(bare(piece));
    return whole === undefined ? byBlanks(piece).map((word) => known.get(bare(word))) : [whole];
  });
}

/** What a change of consent says, in any words. */
export interface ConsentSaid {
  readonly granted: boolean;
  readonly channel?: string | undefined;
  readonly topics?: readonly string[] | undefined;
}

export interface ConsentMeant {
  readonly channels: readonly ConsentChannel[];
  /** As they were named, each once; `all` may stand among topics. */
  readonly about: readonly About[];
  /** Where a word stands that nobody knows: a denial then means all that it could, a grant nothing. */
  readonly unknown: readonly ('channel' | 'topics')[];
}

/** Mail, unless a channel is named; everything, unless topics are. */
export function consentMeant({ granted, channel = '', topics: named = [] }: ConsentSaid): ConsentMeant {
  const by = meant(channel, channelOf());
  const of = named.flatMap((text) => meant(text, topicOf()));
  const isBlank = named.length > 0 && of.length === 0;
  const isTopicUnknown = of.includes(undefined) || (granted && isBlank);
  // "No LINE, please", where the topics are asked for.
  const besides = granted || !isTopicUnknown ? [] : named.flatMap((text) => meant(text, channelOf()));
  const about = new Set(of.filter((word) => word !== undefined));
  if (isTopicUnknown || of.length === 0) about.add('all');
  return {
    channels: channelsOf(by, besides),
    about: [...about],
    unknown: [
      ...(by.includes(undefined) ? (['channel'] as const) : []),
      ...(isTopicUnknown ? (['topics'] as const) : []),
    ],
  };
}

type Named = readonly (ConsentChannel | 'all' | undefined)[];

function channelsOf(by: Named, besides: Named): readonly ConsentChannel[] {
  if (by.includes('all') || by.includes(undefined)) return consentChannels;
  const named = by.length > 0 ? by : ['email'];
  return consentChannels.filter((channel) => named.includes(channel) || besides.includes(channel));
}
