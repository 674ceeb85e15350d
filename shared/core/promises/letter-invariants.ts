/** How much marketing somebody gets, said once more and in other words than where it is decided. */
import type { Temporal } from 'temporal-polyfill';
import type { Scenario } from '../language/scenario.ts';
import type { MessageStep } from '../language/steps.ts';
import type { Cap, EngineSettings } from '../record/engine-settings.ts';
import type { RecentSend } from '../record/recent-send.ts';
import type { Going } from './going.ts';
import type { AroundSave, Invariant } from './invariant.ts';

const day_ms = 86_400_000;

/** Caps, what it needs, offers, an open case, and how often it was held. */
export function brokenByLetters(
  going: Going,
  wall: Temporal.ZonedDateTime,
  settings: EngineSettings,
): Invariant[] {
  const words: Invariant[] = [];
  if (isOverCap(going, wall, settings)) words.push('mail-over-cap');
  if ((going.enrolment.holds ?? 0) > 3) words.push('mail-held-too-often');
  if (lacksNeeded(going)) words.push('mail-without-needed');
  if (isSecondOffer(going, wall, settings)) words.push('mail-beside-offer');
  if (isDuringCase(going)) words.push('mail-while-case-open');
  return words;
}

interface Letter {
  readonly kind: string;
  readonly day: number;
  readonly topic?: string | undefined;
  readonly content?: string | undefined;
  readonly step?: MessageStep | undefined;
}

/** Of each cap that holds this mail: those it counts of its last civil days, today among them, fill it already. */
function isOverCap(going: Going, wall: Temporal.ZonedDateTime, { caps }: EngineSettings): boolean {
  const { claim, before, around } = going;
  const today = dayOf(wall);
  const here = letterOf(claim, around, today);
  const sent = before.sends
    .filter(({ kind, state }) => kind === 'marketing' && state !== 'skipped')
    .map((send) => letterOf(send, around, dayOf(send.at.toZonedDateTimeISO(wall.timeZoneId))));
  const all: Letter[] = [...(before.letters ?? []), ...sent];
  const wished: Cap = { max: 1, days: 7, exceptTopics: ['course'] };
  const isAnswer = here.step?.atOnce || here.step?.promised;
  const holding = caps.filter(({ letters }) => !(isAnswer && letters === 'story'));
  const own = before.wishes?.frequency === 'weekly' ? [...holding, wished] : holding;
  return own.some(
    (cap) =>
      isOf(here, cap) &&
      all.filter((letter) => isOf(letter, cap) && today - letter.day < cap.days).length >= cap.max,
  );
}

const dayOf = (wall: Temporal.ZonedDateTime): number =>
  Math.round(wall.toPlainDate().toZonedDateTime('UTC').epochMilliseconds / day_ms);

function letterOf(send: RecentSend, { book }: AroundSave, day: number): Letter {
  const scenario = book?.has(send.scenario, send.version)
    ? book.find(send.scenario, send.version)
    : undefined;
  const step = scenario && messageOf(scenario, send.step);
  const topic = send.topic ?? (scenario?.kind === 'marketing' ? scenario.topic : undefined);
  return {
    day,
    topic,
    content: send.content,
    step,
    kind: topic === 'course' ? 'none' : kindOf(scenario, step),
  };
}

function messageOf({ steps }: Scenario, id: string | undefined): MessageStep | undefined {
  const step = steps.find((one) => one.id === id);
  return step?.kind === 'send' || step?.kind === 'series' ? step : undefined;
}

function kindOf(scenario: Scenario | undefined, step: MessageStep | undefined): string {
  if (step?.asks) return 'asks';
  const speaksOf = [step?.needs ?? []].flat();
  if (scenario && speaksOf.some((id) => messageOf(scenario, id)?.asks)) return 'reminds';
  return scenario?.priority === 'broadcast' && speaksOf.length === 0 ? 'broadcast' : 'story';
}

function isOf({ kind, topic, content, step }: Letter, cap: Cap): boolean {
  if (cap.days === 1 && (step?.atOnce || step?.promised)) return false;
  const asStory = ['story', 'asks', 'reminds'].includes(kind);
  if (cap.letters && !(cap.letters === 'story' ? asStory : cap.letters === kind)) return false;
  if (cap.topic !== undefined && topic !== cap.topic) return false;
  if (cap.content !== undefined && content !== cap.content) return false;
  return topic === undefined || !cap.exceptTopics?.some((one) => one === topic);
}

/** What it speaks of has gone within two weeks, or the enrolment has counted it. */
function lacksNeeded({ step, enrolment, before }: Going): boolean {
  const speaksOf = [step.needs ?? []].flat();
  const went = (id: string) =>
    (enrolment.counts?.[id] ?? 0) > 0 ||
    before.sends.some(
      (send) => send.enrolment === enrolment.id && send.step === id && send.state !== 'skipped',
    );
  return speaksOf.length > 0 && !speaksOf.some(went);
}

/** The first message of an offer that the store begins, so soon after another one. */
function isSecondOffer(
  { step, before, enrolment }: Going,
  wall: Temporal.ZonedDateTime,
  settings: EngineSettings,
): boolean {
  const { coupon } = step;
  if (!settings.offers || !coupon || coupon.apart || step.promised) return false;
  const entered = enrolment.enteredAt.toZonedDateTimeISO(wall.timeZoneId);
  const until = dayOf(entered) + coupon.untilDay;
  const others = (before.offers ?? []).filter(
    (one) => one.campaign !== coupon.campaign || one.until !== until,
  );
  if (others.length < (before.offers ?? []).length) return false;
  const today = dayOf(wall);
  return others.some(({ day, apart }) => !apart && today - day < (settings.offers?.daysBetween ?? 0));
}

function isDuringCase({ scenario, before, around: { at } }: Going): boolean {
  if (scenario.kind === 'transactional' || scenario.priority === 'subscription-notice') return false;
  if ('on' in scenario.trigger && scenario.trigger.on.startsWith('Help')) return false;
  return before.helps.some((open) => at.epochMilliseconds < open.at.epochMilliseconds + 30 * day_ms);
}
