/** Every question that is asked at the moment a message would go. */
import { Temporal } from 'temporal-polyfill';
import type { Because } from './because.ts';
import { addDuration, civilDate, civilTarget, isBefore, quietUntil } from './civil-time.ts';
import { consentFor, isSuppressed } from './consent-question.ts';
import type { Customer, Enrolment } from './customer.ts';
import type { EngineSettings } from './engine-settings.ts';
import type { Scenario, Send } from './scenario.ts';
import type { SendingSurroundings } from './surroundings.ts';
import { zoneOf } from './zone.ts';

type Instant = Temporal.Instant;

export type Verdict =
  | { readonly may: 'go'; readonly because: 'allowed' }
  | { readonly may: 'never'; readonly because: Because }
  | { readonly may: 'later'; readonly because: Because; readonly until: Instant };

/** A paused message is asked for again after this long. */
const pauseRecheck = { minutes: 60 };

/** Whether the message of `step`, first due at `since`, may go at this moment. */
export function maySend(
  scenario: Scenario,
  step: Send,
  since: Instant,
  customer: Customer,
  around: SendingSurroundings,
): Verdict {
  const zone = zoneOf(customer, around.settings);
  const expires = addDuration(since, step.expiry ?? around.settings.expiry[scenario.kind], zone);
  if (!isBefore(around.at, expires)) return { may: 'never', because: 'too-late' };
  const never = neverBecause(scenario, customer, around);
  if (never) return { may: 'never', because: never };
  const later = laterBecause(scenario, customer, around, zone);
  if (!later) return { may: 'go', because: 'allowed' };
  const until = isBefore(later.until, expires) ? later.until : expires;
  return { may: 'later', because: later.because, until };
}

function neverBecause(
  scenario: Scenario,
  customer: Customer,
  around: SendingSurroundings,
): Because | undefined {
  if (!customer.profile.email) return 'no-address';
  if (customer.profile.undeliverable) return 'undeliverable-address';
  const consent = scenario.kind === 'marketing' ? consentFor(customer.consent, scenario.topic) : undefined;
  if (isSuppressed(around.address, scenario.kind, consent)) return 'suppressed';
  if (scenario.kind === 'marketing' && consent?.is !== 'granted') return 'no-consent';
  return undefined;
}

function laterBecause(
  scenario: Scenario,
  customer: Customer,
  around: SendingSurroundings,
  zone: string,
): { because: Because; until: Instant } | undefined {
  const { paused } = around.brakes;
  const marketing = scenario.kind === 'marketing';
  if (paused.all || (marketing && paused.marketing) || paused.scenarios.includes(scenario.id)) {
    return { because: 'paused', until: around.at.add(pauseRecheck) };
  }
  if (!marketing) return undefined;
  const quiet = around.settings.quietHours;
  const morning = quiet ? quietUntil(around.at, quiet, zone) : undefined;
  if (morning) return { because: 'quiet-hours', until: morning };
  const free = capFreeAt(customer, around.at, zone, around.settings);
  return free ? { because: 'cap-reached', until: free } : undefined;
}

/** The default hour of the first day on which every cap has room again; undefined when it has room today. */
function capFreeAt(
  customer: Customer,
  at: Instant,
  zone: string,
  settings: EngineSettings,
): Instant | undefined {
  const today = civilDate(at, zone);
  const sentOn = customer.sends
    .filter((send) => send.kind === 'marketing' && send.state !== 'skipped')
    .map((send) => civilDate(send.at, zone));
  const full = (ahead: number) =>
    settings.caps.some((cap) => {
      const first = today.add({ days: ahead - cap.days + 1 });
      return sentOn.filter((day) => Temporal.PlainDate.compare(day, first) >= 0).length >= cap.max;
    });
  let ahead = 0;
  while (full(ahead) && ahead < 15) ahead += 1;
  return ahead === 0 ? undefined : civilTarget(at, ahead, settings.defaultHour, zone);
}

/** The retry of a message the mail service refused for the moment. */
export function retryAt(because: Because, at: Instant): Instant {
  return at.add(because === 'throttled' ? { minutes: 1 } : { hours: 1 });
}

/** The subject of filters: what a branch may look at. */
export function filterSubject(
  customer: Customer,
  enrolment: Pick<Enrolment, 'scenario' | 'version' | 'order'>,
  event: Readonly<Record<string, unknown>>,
) {
  const { profile, lifecycle } = customer;
  return {
    event,
    customer: { ...profile, asOf: undefined, lifecycle: { orders: lifecycle.orders } },
    enrolment: { scenario: enrolment.scenario, version: enrolment.version, order: enrolment.order },
  };
}
