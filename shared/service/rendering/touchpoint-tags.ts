/** A touchpoint as the tags of its mail, and back: whoever hears of the mail first can write down all of what it was. */
import type { Touchpoint } from '../../core/record/touchpoint.ts';
import type { JudgedKind } from '../../core/values/judged-kind.ts';

export type TouchpointTags = Readonly<Partial<Record<string, string>>>;

/** Ids only. A value that the mail service would refuse (256 characters at most) is left out. */
export function tagsOf(touchpoint: Touchpoint, store: string, judged?: JudgedKind): Record<string, string> {
  const { variant, number } = touchpoint;
  const tags = {
    store,
    customer: Buffer.from(touchpoint.customer, 'utf8').toString('base64url'),
    touchpoint: touchpoint.id,
    enrolment: touchpoint.enrolment,
    scenario: touchpoint.scenario,
    version: String(touchpoint.version),
    step: touchpoint.step,
    kind: touchpoint.kind,
    template: touchpoint.template.replaceAll('/', '__'),
    // No name of a split or of a way holds an underscore.
    variant: variant?.replaceAll(':', '_').replaceAll(' ', '__') ?? '',
    number: number === undefined ? '' : String(number),
    // Told where the lane does not tell it.
    ...(judged === 'unconfirmed' && { judged }),
  };
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => /^[A-Za-z0-9_-]{1,256}$/.test(value)));
}

/** What the tags say of the message's place in an experiment and in a series; mails of before had no such tags. */
export function placeOfTags({ variant, number }: TouchpointTags): Pick<Touchpoint, 'variant' | 'number'> {
  return {
    variant: variant?.replaceAll('__', ' ').replaceAll('_', ':'),
    number: number !== undefined && /^\d{1,9}$/.test(number) ? Number(number) : undefined,
  };
}
