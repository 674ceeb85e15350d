/** A life lived through all that is live with the settings of `cdk.json`: what went on which day, and what did not. */
import { datedLife } from '../../../infra/author/reach/dated-life.ts';
import { heldAt, liveThrough } from '../../../infra/author/reach/lived.ts';
import { settingsFor } from '../../../infra/author/reach/reach-settings.ts';
import type { Life } from '../../../shared/core/language/life.ts';
import type { ScenarioSwitches } from '../../../shared/core/language/switches/scenario-switches.ts';
import type { RecordedTouchpoint } from '../../../shared/core/record/touchpoint.ts';
import { catalogue, facts, scenarios, segments, surveys } from '../../../shared/library.ts';
import { deployedBook } from '../../../shared/service/saving/deployed-book.ts';

/** What became of one message. */
export interface PlayedMessage {
  /** From the life's own day 0, on the customer's calendar. */
  readonly day: number;
  readonly at: string;
  readonly template: string;
  readonly kind: RecordedTouchpoint['kind'];
  readonly sent: boolean;
  /** Of whom it was, in a life of several. */
  readonly customer: string;
  /** Why it did not go, and what took its place. */
  readonly because?: string | undefined;
  /** Why it waited last, before it went or was given up. */
  readonly held?: string | undefined;
}

interface Playing {
  /** 0: as it is written. */
  readonly variation?: number;
  /** Over those of `cdk.json`. */
  readonly switches?: ScenarioSwitches;
}

const shipped = { ...settingsFor('lives'), mode: 'live' as const, jitterMinutes: 0 };
const library = { scenarios, catalogue, facts, segments, surveys };
const shippedBook = deployedBook(library, shipped);

export async function playedCalendar(
  life: Life,
  { variation = 0, switches }: Playing = {},
): Promise<PlayedMessage[]> {
  const settings = switches ? { ...shipped, scenarios: { ...shipped.scenarios, ...switches } } : shipped;
  const book = switches ? deployedBook(library, settings) : shippedBook;
  const dated = datedLife(life, { timeZone: settings.timeZone, year: 2026, variation, seed: 1 });
  const zone = typeof life.customer.timeZone === 'string' ? life.customer.timeZone : settings.timeZone;
  const first = Math.min(...life.happens.map(({ day }) => day));
  const day0 = dated.from.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: first });
  const { touchpoints, held } = await liveThrough(dated, { book, settings });
  return touchpoints.map(({ at, template, kind, state, because, by, enrolment, step, customer }) => {
    const local = at.toZonedDateTimeISO(zone);
    const sent = state === 'sent';
    return {
      day: day0.until(local.toPlainDate()).days,
      at: local.toPlainTime().toString({ smallestUnit: 'minute' }),
      template,
      kind,
      sent,
      customer,
      because: sent ? undefined : [because, ...(by === undefined ? [] : [`by ${by}`])].join(' '),
      held: held.get(heldAt(enrolment, step))?.because,
    };
  });
}

/** As the calendars are written: `D18 10:00 review-request/ask, was held: cap-reached`. */
export function calendarLine({ day, at, template, sent, because, held }: PlayedMessage): string {
  const waited = held === undefined ? '' : `, was held: ${held}`;
  return `D${day} ${at} ${template}${waited}${sent ? '' : `, did not go: ${because}`}`;
}
