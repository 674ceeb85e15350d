/** What a posted preference form changes, as events: nothing that she did not touch. */
import { Temporal } from 'temporal-polyfill';
import type { Customer } from '../../core/record/customer.ts';
import { pausedUntil } from '../../core/record/wishes.ts';
import { topics } from '../../core/values/topic.ts';
import { chosenOf } from './form-parts.ts';
import type { OwnEvent } from './own-events.ts';
import { preferenceWording } from './preference-words.ts';
import type { Visit } from './visit.ts';

/** How we know of consent that was given or taken back on the page. */
export const pageSource = 'preference-page';

export const pauses_days: readonly number[] = [14, 30, 60, 90];

/** What the form that was posted is for; undefined for a post that is none of the page's forms. */
export function pageAsksFor(form: URLSearchParams): 'preferences' | 'nothing' | undefined {
  const save = form.get('save');
  return save === 'preferences' || save === 'nothing' ? save : undefined;
}

/** @param mayGrant whether the link went to the address that is hers now; another's reader may only withdraw */
export function preferenceChanges(visit: Visit, person: Customer, mayGrant: boolean): OwnEvent[] {
  const consents = consentChanges(visit).filter(({ about }) => mayGrant || about === 'denied');
  return [...consents, ...profileChange(visit, person)];
}

/** True where the form asks for a topic that it did not show as hers. */
export function asksForMore(visit: Visit): boolean {
  return consentChanges(visit).some(({ about }) => about === 'granted');
}

/** A topic is granted where it was not marked before and now is, and denied the other way round. */
function consentChanges({ form }: Visit): OwnEvent[] {
  const had = new Set((form.get('had') ?? '').split(' '));
  const wanted = new Set<string>(chosenOf(form, 'topic', topics));
  const changed = {
    granted: topics.filter((topic) => wanted.has(topic) && !had.has(topic)),
    denied: topics.filter((topic) => had.has(topic) && !wanted.has(topic)),
  };
  return (['granted', 'denied'] as const)
    .filter((which) => changed[which].length > 0)
    .map((which) => ({
      name: 'ConsentChanged',
      about: which,
      detail: {
        consent: {
          channel: 'email',
          topics: changed[which],
          granted: which === 'granted',
          source: pageSource,
          wording: preferenceWording,
        },
      },
    }));
}

function profileChange(visit: Visit, person: Customer): OwnEvent[] {
  const { form } = visit;
  const locale = form.get('locale');
  const birthday = birthdayOf(visit);
  const customer = {
    ...((locale === 'ja' || locale === 'en') && locale !== person.profile.locale ? { locale } : {}),
    ...(birthday && birthday !== person.profile.birthday ? { birthday } : {}),
    ...attributesOf(visit, person),
  };
  const wishes = wishesOf(visit, person);
  if (Object.keys(customer).length === 0 && !wishes) return [];
  return [{ name: 'CustomerUpdated', about: 'profile', detail: { customer, ...(wishes ? { wishes } : {}) } }];
}

function attributesOf({ form, engine }: Visit, person: Customer): object {
  const { interests, values } = engine.book.preferences;
  const known = person.profile.attributes ?? {};
  const chosen = { interests: idsOf(form, 'interests', interests), values: idsOf(form, 'values', values) };
  const changed = Object.entries(chosen).filter(
    ([name, ids]) => ids.join() !== [known[name] ?? []].flat().join(),
  );
  return changed.length > 0 ? { attributes: Object.fromEntries(changed) } : {};
}

const idsOf = (form: URLSearchParams, name: string, from: readonly { readonly id: string }[]) =>
  chosenOf(
    form,
    name,
    from.map(({ id }) => id),
  );

/** `was` says what stood there when she looked: a form that was left as it was says nothing. */
function wishesOf(visit: Visit, person: Customer): object | undefined {
  const { form, at } = visit;
  const often = form.get('often');
  const { frequency = 'all' } = person.wishes ?? {};
  if (often === 'pause') {
    const span = pauses_days.find((days) => String(days) === form.get('pause'));
    if (span === undefined) return undefined;
    return { frequency, pausedUntil: at.add({ hours: 24 * span }).toString() };
  }
  if (often !== 'all' && often !== 'weekly') return undefined;
  const same = often === form.get('was') || (often === frequency && !pausedUntil(person, at));
  return same ? undefined : { frequency: often };
}

/** "1990-04-30"; undefined where none was given, or none that can be. */
function birthdayOf({ form, at }: Visit): string | undefined {
  try {
    const day = Temporal.PlainDate.from((form.get('birthday') ?? '').trim(), { overflow: 'reject' });
    const today = at.add({ hours: 24 }).toZonedDateTimeISO('UTC').toPlainDate();
    const isPast = Temporal.PlainDate.compare(day, today) <= 0 && day.year >= 1900;
    return isPast ? day.toString() : undefined;
  } catch {
    return undefined;
  }
}

export function isBirthdayWrong(visit: Visit): boolean {
  return !!visit.form.get('birthday')?.trim() && birthdayOf(visit) === undefined;
}
