/**
 * Looks at the mailbox alone, and not at what the engine says of itself: did any customer get a marketing mail in her
 * quiet hours, or more in any span of days than the store's caps allow?
 */
import { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { scenarios } from '../../../shared/library.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { BusEntry } from './bus-entry.ts';
import type { MailSeen } from './control.ts';

export interface ContactPolicyFaults {
  /** Marketing mails that arrived in quiet hours. */
  readonly inQuietHours: number;
  /** Marketing mails beyond a cap. */
  readonly overCaps: number;
}

interface Marketing {
  readonly day: Temporal.PlainDate;
  readonly time: string;
  readonly topic: string | undefined;
  readonly content: string | undefined;
  readonly kinds: readonly Kind[];
  /** Promised, or an answer to what the customer has just done: no day and no number of stories holds it up. */
  readonly passes: boolean;
}

type Kind = NonNullable<Rules['caps'][number]['letters']>;
type Message = Extract<Scenario['steps'][number], { readonly template: string }>;

type Rules = Pick<Settings, 'caps' | 'quietHours' | 'timeZone'>;

/** @param entries those played: they tell each customer's zone */
export function contactPolicyFaultsOf(
  mails: readonly MailSeen[],
  entries: readonly BusEntry[],
  rules: Rules,
): ContactPolicyFaults {
  const zones = zonesOf(entries);
  const hers = Map.groupBy(
    mails.filter((mail) => mail.kind === 'marketing'),
    (mail) => mail.customer,
  );
  let inQuietHours = 0;
  let overCaps = 0;
  for (const [customer, letters] of hers) {
    const seen = letters.map((mail) => marketingOf(mail, zones.get(customer) ?? rules.timeZone));
    inQuietHours += seen.filter(({ time }) => isQuiet(time, rules.quietHours)).length;
    for (const cap of rules.caps) overCaps += beyond(seen, cap);
  }
  return { inQuietHours, overCaps };
}

/** The last zone each customer's events told. */
function zonesOf(entries: readonly BusEntry[]): ReadonlyMap<string, string> {
  const zones = new Map<string, string>();
  for (const { customer, detail } of entries) {
    const zone = JSON.parse(detail).customer?.timeZone;
    if (customer !== undefined && typeof zone === 'string') zones.set(customer, zone);
  }
  return zones;
}

function marketingOf(mail: MailSeen, timeZone: string): Marketing {
  const wall = Temporal.Instant.from(mail.at).toZonedDateTimeISO(timeZone);
  const scenario: Scenario | undefined = scenarios.find(({ id }) => id === mail.scenario);
  const step = scenario?.steps.find(({ id }) => id === mail.step);
  const message = step?.kind === 'send' || step?.kind === 'series' ? step : undefined;
  return {
    day: wall.toPlainDate(),
    time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
    topic: message?.topic ?? (scenario?.kind === 'marketing' ? scenario.topic : undefined),
    content: message?.content,
    kinds: scenario && message ? kindsOf(scenario, message) : [],
    passes: message?.promised === true || message?.atOnce === true,
  };
}

/** Told from the data in plain words: a sale is a broadcast, all else a story; some ask, and some remind of one that asks. */
function kindsOf({ priority, steps }: Scenario, { asks, needs = [] }: Message): Kind[] {
  const spokenOf = [needs].flat();
  if (priority === 'broadcast' && spokenOf.length === 0) return ['broadcast'];
  const reminds = steps.some((one) => 'asks' in one && one.asks && spokenOf.some((id) => id === one.id));
  return ['story', ...(asks ? ['asks' as const] : []), ...(reminds ? ['reminds' as const] : [])];
}

function isQuiet(time: string, quiet: Rules['quietHours']): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from > to ? time >= from || time < to : time >= from && time < to;
}

/** How many mails came when the span of days that ends with theirs was full already. */
function beyond(seen: readonly Marketing[], cap: Rules['caps'][number]): number {
  const counted = seen.filter(
    ({ topic, content, kinds, passes }) =>
      !(passes && cap.days === 1) &&
      (cap.letters === undefined || (topic !== 'course' && kinds.includes(cap.letters))) &&
      (cap.topic === undefined || topic === cap.topic) &&
      (cap.content === undefined || content === cap.content) &&
      !cap.exceptTopics?.some((except) => except === topic),
  );
  return counted.filter((mail, at) => {
    if (mail.passes && cap.letters === 'story') return false;
    const first = mail.day.subtract({ days: cap.days - 1 });
    const within = counted.slice(0, at).filter(({ day }) => Temporal.PlainDate.compare(day, first) >= 0);
    return within.length >= cap.max;
  }).length;
}
