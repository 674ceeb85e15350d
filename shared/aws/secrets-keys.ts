/** The deployment's secrets, from one JSON object `{ "k1": "…", "k2": "…" }` in Secrets Manager. */
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Clock } from '../ports/clock.ts';
import type { Keys } from '../ports/keys.ts';
import type { World } from '../ports/world.ts';

/** A rotated secret is taken up within this time. */
const keptFor_ms = 5 * 60_000;

/** The secret is not `{ "k1": "…" }`. Put back its earlier version: without `k1` no address can be recognised. */
export class UnusableKeys extends Error {
  override readonly name = 'UnusableKeys';
  readonly code = 'UNUSABLE_KEYS';
}

interface Options {
  readonly client: SecretsManagerClient;
  readonly secretId: string;
  readonly clock: Clock;
}

/** `keys` on Secrets Manager. While the service cannot be reached, keys read before stay good. Throws {@link UnusableKeys}. */
export function secretsKeys({ client, secretId, clock }: Options): World['keys'] {
  let kept: { readonly keys: Promise<Keys>; readonly read_ms: number } | undefined;

  const read = async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return keysOf(SecretString ?? '');
  };

  return () => {
    const now_ms = clock.now().epochMilliseconds;
    const before = kept;
    if (before !== undefined && now_ms >= before.read_ms && now_ms - before.read_ms < keptFor_ms) {
      return before.keys;
    }
    const keys = read().catch((error: unknown) => {
      if (before !== undefined && !(error instanceof UnusableKeys)) return before.keys;
      kept = undefined;
      throw error;
    });
    kept = { keys, read_ms: now_ms };
    return keys;
  };
}

/** `k1` keys the addresses; the highest number signs links, and all verify. */
function keysOf(text: string): Keys {
  let secrets: Record<string, unknown>;
  try {
    secrets = JSON.parse(text);
  } catch {
    secrets = {};
  }
  const links = Object.entries(secrets ?? {})
    .filter((entry): entry is [string, string] => /^k\d+$/.test(entry[0]) && typeof entry[1] === 'string')
    .sort(([a], [b]) => Number(b.slice(1)) - Number(a.slice(1)))
    .map(([id, secret]) => ({ id, secret }));
  const address = links.find(({ id }) => id === 'k1')?.secret;
  if (!address || links.some(({ secret }) => secret.length < 16)) {
    throw new UnusableKeys(
      'The secret must be a JSON object with "k1" (and "k2", … after a rotation), each of 16 characters or more: ' +
        'put back its earlier version.',
    );
  }
  return { address, links };
}
