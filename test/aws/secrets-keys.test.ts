import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { secretsKeys, UnusableKeys } from '../../shared/aws/secrets-keys.ts';
import { VirtualClock } from '../../shared/memory/virtual-clock.ts';
import { wireStub } from './wire-stub.ts';

const stub = wireStub();
const startAt = Temporal.Instant.from('2026-11-22T01:00:00Z');
const secret = (keys: unknown) => ({ status: 200, body: { SecretString: JSON.stringify(keys) } });
const k = (n: number) => `secret-of-16-or-more-${n}`;

function keysAndClock() {
  const clock = new VirtualClock(startAt);
  const client = new SecretsManagerClient({ ...stub.config(), maxAttempts: 1 });
  return { clock, keys: secretsKeys({ client, secretId: 'tsunagu-keys', clock }) };
}

test('the first key keys addresses for ever, the newest signs, and all verify', async () => {
  stub.answer(secret({ k1: k(1), k2: k(2), k10: k(10), note: 'rotated in May' }));
  expect(await keysAndClock().keys()).toEqual({
    address: k(1),
    links: [
      { id: 'k10', secret: k(10) },
      { id: 'k2', secret: k(2) },
      { id: 'k1', secret: k(1) },
    ],
  });
  expect(stub.asked[0]?.body).toEqual({ SecretId: 'tsunagu-keys' });
});

test('keys are asked for once, however many ask, and again after five minutes', async () => {
  const { clock, keys } = keysAndClock();
  stub.answer(secret({ k1: k(1) }), secret({ k1: k(1), k2: k(2) }));
  await Promise.all([keys(), keys()]);
  await keys();
  expect(stub.asked).toHaveLength(1);
  clock.advanceTo(startAt.add({ minutes: 5 }));
  expect((await keys()).links[0]?.id).toBe('k2');
});

test('keys read before stay good while the service cannot be reached', async () => {
  const { clock, keys } = keysAndClock();
  stub.answer(secret({ k1: k(1) }), { status: 500, error: 'InternalServiceError' });
  await keys();
  clock.advanceTo(startAt.add({ hours: 1 }));
  expect((await keys()).address).toBe(k(1));
});

test('a failed first read is not kept', async () => {
  const { keys } = keysAndClock();
  stub.answer({ status: 500, error: 'InternalServiceError' }, secret({ k1: k(1) }));
  await expect(keys()).rejects.toThrow();
  expect((await keys()).address).toBe(k(1));
});

test.each([[{}], [{ k2: k(2) }], [{ k1: '' }], [{ k1: 'short' }], [{ k1: 7 }], [[]], [null], ['text']])(
  'a secret of %j is refused with what to do',
  async (value) => {
    stub.answer(secret(value));
    await expect(keysAndClock().keys()).rejects.toThrow(UnusableKeys);
  },
);
