/** A channel that rings keeps hours of its own; where it has none it keeps those of mail. */
import { expect, test } from 'vitest';
import { quietHoursFor } from '../../../shared/core/contact-policy/quiet-hours.ts';

const mail = { from: '22:00', to: '07:00' };
const ringing = { from: '21:00', to: '08:00' };
const settings = { quietHours: mail, quietHoursOf: { line: ringing, push: null } };

test.each([
  [undefined, mail],
  ['email', mail],
  ['line', ringing],
  ['push', undefined],
  ['insert', mail],
] as const)('of %s', (channel, hours) => {
  expect(quietHoursFor(channel, settings)).toEqual(hours);
});

test('where no channel has any of its own all keep those of mail, and none where mail has none', () => {
  expect(quietHoursFor('line', { quietHours: mail })).toEqual(mail);
  expect(quietHoursFor('line', { quietHours: null })).toBeUndefined();
  expect(quietHoursFor('email', { quietHours: null, quietHoursOf: { line: ringing } })).toBeUndefined();
});
