/** What the journey map says, in each language. */
import type { Kind, Stage } from '../../../shared/core/language/scenario.ts';
import type { Anchor } from '../../../shared/core/language/steps.ts';
import type { Trigger } from '../../../shared/core/language/trigger.ts';
import { type StepWords, stepWords } from './map-step-words.ts';

export type MapLocale = 'ja' | 'en';

type FactName =
  | 'purpose'
  | 'begins'
  | 'often'
  | 'goal'
  | 'leaves'
  | 'topic'
  | 'limit'
  | 'group'
  | 'priority'
  | 'hypothesis'
  | 'motive'
  | 'barrier'
  | 'callToAction'
  | 'kpi'
  | 'program'
  | 'waitsFor'
  | 'enabled';

export interface MapWords {
  readonly title: string;
  readonly intro: string;
  readonly stages: Readonly<Record<Stage, { readonly name: string; readonly about: string }>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly columns: Readonly<Record<'stage' | 'scenario' | 'kind' | 'messages', string>>;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly steps: StepWords;
  readonly gap: string;
  readonly gaps: string;
  readonly noGaps: string;
  readonly none: string;
  readonly entry: string;
  readonly done: string;
  readonly exit: string;
  readonly otherwise: string;
  readonly running: Readonly<Record<Trigger['whileRunning'], string>>;
  readonly anchors: Readonly<Record<Anchor, string>>;
  readonly units: Readonly<Record<'days' | 'hours' | 'minutes', (count: number) => string>>;
  readonly oncePerOrder: string;
  readonly onceEver: string;
  readonly off: string;
  readonly segmentGaps: string;
  readonly everybody: string;
  readonly usual: string;
  readonly contactPolicy: string;
  oncePer(what: string): string;
  cap(max: number, days: number, of: string): string;
  rank(priorities: string): string;
  onceIn(span: string): string;
  waits(span: string): string;
  dayAfter(day: number, anchor: string, at: string): string;
  within(event: string, span: string): string;
  often(often: string, running: string): string;
  messages(count: number): string;
  counted(scenarios: number, messages: number): string;
}

const unit = (one: string) => (count: number) => `${count} ${one}${count === 1 ? '' : 's'}`;

const en: MapWords = {
  title: 'Journey map',
  intro: 'Every scenario that lets customers in, by the stage it serves, and what each of them does.',
  stages: {
    awareness: { name: 'Awareness', about: 'The customer gets to know the store.' },
    education: { name: 'Education', about: 'The customer learns what it is good for.' },
    conversion: { name: 'Conversion', about: 'The customer decides and orders.' },
    retention: { name: 'Retention', about: 'The customer uses it well and comes back.' },
    referral: { name: 'Referral', about: 'The customer recommends it to others.' },
  },
  kinds: { transactional: 'transactional', marketing: 'marketing' },
  columns: { stage: 'Stage', scenario: 'Scenario', kind: 'Kind', messages: 'Messages' },
  facts: {
    purpose: 'Purpose',
    begins: 'Begins with',
    often: 'How often',
    goal: 'Goal',
    leaves: 'Leaves on',
    topic: 'Topic',
    limit: 'Limited to',
    group: 'Group',
    priority: 'Priority',
    hypothesis: 'Hypothesis',
    motive: 'Motive',
    barrier: 'Barrier',
    callToAction: 'Call to action',
    kpi: 'KPI',
    program: 'Program',
    waitsFor: 'Waits for',
    enabled: 'Switched on',
  },
  steps: stepWords.en,
  gap: 'Gap: no scenario yet',
  gaps: 'Gaps',
  noGaps: 'None: every stage has a scenario.',
  none: 'none',
  entry: 'The customer enters',
  done: 'The enrolment is over',
  exit: 'The customer leaves',
  otherwise: 'else',
  running: {
    ignore: 'a running enrolment goes on',
    restart: 'a new one begins anew',
    parallel: 'several run side by side',
  },
  anchors: { entry: 'the entry', order: 'the order', arrived: 'the parcel arrived' },
  units: { days: unit('day'), hours: unit('hour'), minutes: unit('minute') },
  oncePerOrder: 'once for each order',
  onceEver: 'once ever',
  off: 'no: it lets nobody in',
  segmentGaps: 'Stages and segments without a scenario that is switched on',
  everybody: 'everybody',
  usual: 'usual',
  contactPolicy: 'Contact policy',
  oncePer: (what) => `once for each ${what}`,
  cap: (max, days, of) => `at most ${max}${of ? ` of ${of}` : ''} in ${unit('day')(days)}`,
  rank: (all) => `Who goes first on a full day: ${all}`,
  onceIn: (span) => `once in ${span}`,
  waits: (span) => `${span} later`,
  dayAfter: (day, anchor, at) => `Day ${day} after ${anchor}, ${at}`,
  within: (event, span) => `${event} within ${span}`,
  often: (often, running) => `${often}; ${running}`,
  messages: unit('message'),
  counted: (scenarios, messages) => `${unit('scenario')(scenarios)}, ${unit('message')(messages)}`,
};

const ja: MapWords = {
  title: 'ジャーニーマップ',
  intro: 'お客様を迎えているすべてのシナリオを、受け持つ段階ごとに並べ、それぞれの流れを示します。',
  stages: {
    awareness: { name: '認知', about: 'お店を知っていただく' },
    education: { name: '理解', about: 'よさを知っていただく' },
    conversion: { name: '購入', about: '決めて、ご注文いただく' },
    retention: { name: '継続', about: '使いこなし、また来ていただく' },
    referral: { name: '紹介', about: 'まわりの方に伝えていただく' },
  },
  kinds: { transactional: '取引のご連絡', marketing: 'マーケティング' },
  columns: { stage: '段階', scenario: 'シナリオ', kind: '種類', messages: 'メール' },
  facts: {
    purpose: '目的',
    begins: '開始',
    often: '回数',
    goal: 'ゴール',
    leaves: '離脱',
    topic: 'トピック',
    limit: '対象',
    group: 'グループ',
    priority: '優先度',
    hypothesis: '仮説',
    motive: '動機',
    barrier: '壁',
    callToAction: '行動の呼びかけ',
    kpi: 'KPI',
    program: 'プログラム',
    waitsFor: '待ち',
    enabled: '稼働',
  },
  steps: stepWords.ja,
  gap: '空白：シナリオがまだありません',
  gaps: '空白',
  noGaps: 'ありません。どの段階にもシナリオがあります。',
  none: 'なし',
  entry: '開始',
  done: '終わり',
  exit: '離脱',
  otherwise: 'それ以外',
  running: {
    ignore: '進行中ならそのまま続ける',
    restart: '新しいもので最初からやり直す',
    parallel: '並行して進む',
  },
  anchors: { entry: '開始', order: '注文', arrived: '商品の到着' },
  units: { days: (n) => `${n}日`, hours: (n) => `${n}時間`, minutes: (n) => `${n}分` },
  oncePerOrder: '注文ごとに1回',
  onceEver: '一度だけ',
  off: 'いいえ（新しく入る人はいません）',
  segmentGaps: '稼働中のシナリオがない段階とセグメント',
  everybody: '全員',
  usual: '標準',
  contactPolicy: '配信ルール',
  oncePer: (what) => `${what}ごとに1回`,
  cap: (max, days, of) => `${days}日に${of ? `${of}は` : ''}${max}通まで`,
  rank: (all) => `枠が足りない日の優先順：${all}`,
  onceIn: (span) => `${span}に1回`,
  waits: (span) => `${span}後`,
  dayAfter: (day, anchor, at) => `${anchor}から${day}日目 ${at}`,
  within: (event, span) => `${span}以内に ${event}`,
  often: (often, running) => `${often}。${running}`,
  messages: (n) => `メール${n}通`,
  counted: (scenarios, messages) => `シナリオ${scenarios}本、メール${messages}通`,
};

export const mapWords: Readonly<Record<MapLocale, MapWords>> = { ja, en };
