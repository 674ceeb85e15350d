import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aboutCustomer, type PartName, partSchemas } from '../../../shared/core/events/event-schema-parts.ts';
import { detailSchema } from '../../../shared/core/events/event-schema-whole.ts';
import { readParts } from '../../../shared/core/events/read-parts.ts';

const names = Object.keys(partSchemas) as PartName[];
const value = fc.oneof(
  fc.constantFrom(null, undefined, 'x', 1, true, '2026-12-01', 'JPY', [], [{ productId: 'p' }]),
  fc.string({ maxLength: 3 }),
);
const fields = fc.constantFrom('id', 'items', 'total', 'currency', 'topics', 'granted', 'from', 'to', 'code');
const part = fc.oneof(value, fc.dictionary(fields, value, { maxKeys: 6 }));
const detail = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names, 'extra', '__proto__'), part, { maxKeys: 4 }),
    fc.constantFrom({ id: 'c-1' }, {}, undefined, { id: 'c-1', email: 7 }),
    fc.constantFrom('e-1', '', undefined),
  )
  .map(([parts, customer, eventId]) => ({
    ...parts,
    customer,
    eventId,
    occurredAt: '2026-12-01T00:00:00Z',
  }));

test('a detail read part by part is what the whole schema makes of it, or less that it takes', () => {
  const whole = detailSchema();
  const details = fc.oneof({ weight: 9, arbitrary: detail }, { weight: 1, arbitrary: value });
  fc.assert(
    fc.property(details, fc.subarray(names, { maxLength: 2 }), (given, parts) => {
      const [read, expected] = [
        readParts(aboutCustomer(), given, { parts, fields: [] }),
        whole.safeParse(given),
      ];
      if (expected.success) {
        expect(read).toEqual({ data: expected.data, unread: [] });
      } else if ('data' in read) {
        expect(whole.safeParse(read.data).success).toBe(true);
      } else {
        const wrong = (issues: readonly { path: readonly PropertyKey[]; code: string }[]) =>
          issues.map(({ path, code }) => `${path.join('.')} ${code}`);
        expect(wrong(expected.error.issues)).toEqual(expect.arrayContaining(wrong(read.issues)));
      }
    }),
    { numRuns: 300 },
  );
});
