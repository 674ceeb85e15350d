/** What the map says of the steps, in each language. */

export interface StepWords {
  /** Above the name of that in force. */
  readonly rhythm: string;
  /** What else says which day it is. */
  byRhythm(day: string | undefined, percentOfSupply: number | undefined): string;
  weekdays(days: readonly string[], at: string): string;
  date(name: string, moved: string, at: string): string;
  event(name: string, atMost: string): string;
  series(count: string, every: string, at: string): string;
  readonly all: string;
  readonly timeout: string;
  readonly past: string;
  repeat(times: number): string;
  readonly afterRepeats: string;
  set(what: string): string;
  emit(event: string): string;
  goto(step: string): string;
  before(span: string): string;
  after(span: string): string;
  readonly contents: Readonly<Record<'brand' | 'product' | 'offer', string>>;
  coupon(off: string, days: number): string;
  readonly mailboxBought: string;
  /** What becomes of an entry whose group is taken. */
  readonly taken: Readonly<Record<'wait' | 'replace', string>>;
}

const withParts = (parts: readonly unknown[], from: string, between: string, to: string) =>
  parts.length > 0 ? `${from}${parts.join(between)}${to}` : '';

const ofWeek = { mon: '月', tue: '火', wed: '水', thu: '木', fri: '金', sat: '土', sun: '日' };

const en: StepWords = {
  rhythm: 'Rhythm in force',
  byRhythm: (day, percent) =>
    withParts(
      [day && `“${day}”`, percent && `at most ${percent} % of the supply`].filter(Boolean),
      ' (',
      ', ',
      ')',
    ),
  weekdays: (days, at) => `The next ${days.join(', ')}, ${at}`,
  date: (name, moved, at) => [moved, name, at].filter(Boolean).join(' '),
  event: (name, atMost) => `${name}, for at most ${atMost}`,
  series: (count, every, at) => `${count}, one each ${every} at ${at}`,
  all: 'all numbers',
  timeout: 'time is over',
  past: 'past or unknown',
  repeat: (times) => `Again, at most ${times} times`,
  afterRepeats: 'after that',
  set: (what) => `Notes ${what}`,
  emit: (event) => `Publishes ${event}`,
  goto: (step) => `Goes to ${step}`,
  before: (span) => `${span} before`,
  after: (span) => `${span} after`,
  contents: { brand: 'brand', product: 'product', offer: 'offer' },
  coupon: (off, days) => `${off} off until day ${days}`,
  mailboxBought: 'an order of another customer with the same address',
  taken: { wait: 'waits while it is taken', replace: 'takes the place of whatever runs' },
};

const ja: StepWords = {
  rhythm: '使っているリズム',
  byRhythm: (day, percent) =>
    withParts(
      [day && `「${day}」`, percent && `使い切る日数の${percent}％まで`].filter(Boolean),
      '（',
      '、',
      '）',
    ),
  weekdays: (days, at) =>
    `次の${days.map((day) => ofWeek[day as keyof typeof ofWeek] ?? day).join('・')}曜 ${at}`,
  date: (name, moved, at) => [name, moved, at].filter(Boolean).join(' '),
  event: (name, atMost) => `${name} を最長${atMost}待つ`,
  series: (count, every, at) => `${count}、${every}ごと ${at}`,
  all: '全回',
  timeout: '時間切れ',
  past: '過ぎた、または不明',
  repeat: (times) => `くり返し（${times}回まで）`,
  afterRepeats: 'そのあと',
  set: (what) => `記録：${what}`,
  emit: (event) => `通知：${event}`,
  goto: (step) => `${step} へ`,
  before: (span) => `の${span}前`,
  after: (span) => `の${span}後`,
  contents: { brand: 'ブランド', product: '商品', offer: 'オファー' },
  coupon: (off, days) => `${off}引き、${days}日目まで`,
  mailboxBought: '同じアドレスの別のお客様のご注文',
  taken: { wait: '空くまで待つ', replace: '進行中のものに替わる' },
};

export const stepWords: Readonly<Record<'ja' | 'en', StepWords>> = { en, ja };
