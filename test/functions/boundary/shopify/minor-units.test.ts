import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minorUnits } from '../../../../functions/boundary/shopify/minor-units.ts';
import { minorDigits } from '../../../../shared/core/values/money/minor-digits.ts';

const units = (amount: unknown, currency: string) => minorUnits(amount, currency, 'payload.price');

test.each([
  ['19.99', 'USD', 1999],
  ['0.07', 'EUR', 7],
  ['1.1', 'USD', 110],
  ['5400', 'JPY', 5400],
  ['5400.00', 'JPY', 5400],
  ['36.125', 'KWD', 36125],
  ['1.005', 'USD', 101],
  ['1.004999', 'USD', 100],
  ['-5.50', 'USD', -550],
  ['-0.00', 'USD', 0],
  [89.99, 'USD', 8999],
  [199, 'USD', 19900],
  ['', 'USD', undefined],
  [null, 'USD', undefined],
])('%j %s is %j minor units', (amount, currency, expected) => {
  expect(units(amount, currency)).toBe(expected);
});

test.each(['x', '1,000.00', '1e5', '.5', '1.', '99999999999999999', {}, true, Number.NaN])(
  '%j is no amount',
  (amount) => {
    expect(() => units(amount, 'USD')).toThrow('payload.price');
  },
);

test('every whole number of minor units comes back from its decimal text, in every currency', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
      fc.constantFrom('JPY', 'USD', 'EUR', 'KWD', 'BHD', 'KRW', 'CLF'),
      fc.nat(6),
      (amount, currency, zeros) => {
        const digits = minorDigits(currency);
        const text = String(Math.abs(amount)).padStart(digits + 1, '0');
        const whole = text.slice(0, text.length - digits);
        const fraction = text.slice(text.length - digits) + '0'.repeat(zeros);
        const decimal = `${amount < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
        expect(units(decimal, currency)).toBe(amount);
      },
    ),
  );
});
