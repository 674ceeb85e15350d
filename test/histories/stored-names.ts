/** The names that are data: in the tables, in hashes, queues, timers, metrics, links and mails. Renaming code leaves them as they are. */

import * as keys from '../../shared/aws/table-keys.ts';
import { customerOf as customerOfPartition } from '../../shared/aws/table-keys.ts';
import { alarmName, enrolmentId, touchpointId } from '../../shared/core/values/ids.ts';
import { metricNames } from '../../shared/ports/metric-names.ts';
import { signLink } from '../../shared/service/rendering/link-token.ts';
import { addressHash } from '../../shared/service/saving/address-hash.ts';
import { customerKey } from '../../shared/service/saving/customer-key.ts';
import { sourceFiles, withoutComments } from '../support/source-files.ts';

const secrets = { address: 'address-secret', links: [{ id: 'k1', secret: 'link-secret' }] };

/** The first words of all hashed lists: `digest(['touchpoint', …])`. */
function hashedWords(): string[] {
  const texts = sourceFiles('shared', 'functions', 'infra').map(({ text }) => withoutComments(text));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:digest|fraction)\(\s*\[\s*'([^']+)'/g)].map(([, word]) => word ?? ''),
  );
  return [...new Set(found)].sort();
}

/** The members of the union that every decision takes its word from. */
function becauseWords(): string[] {
  const file = sourceFiles('shared').find(({ path }) => path.endsWith('/because.ts'));
  const union =
    withoutComments(file?.text ?? '')
      .split('export type Because')[1]
      ?.split(';')[0] ?? '';
  return [...union.matchAll(/'([^']+)'/g)].map(([, word]) => word ?? '').sort();
}

const keyOf = ({ table, key: { pk, sk } }: keys.TablePlace) => [table, pk.S, sk?.S].filter(Boolean).join(' ');

const hello = { store: 'shop', customer: 'c', enrolment: 'e', step: 'hello' };

export function storedNames() {
  return {
    hashed: hashedWords(),
    because: becauseWords(),
    metrics: [...metricNames].sort(),
    keys: [
      keys.recordPlace('shop', 'c'),
      keys.touchpointPlace('shop', 'c', 'i'),
      keys.evidencePlace('shop', 'c', 'i'),
      keys.contextPlace('shop', 'c', 'e'),
      keys.orderPlace('shop', 'c', 'o'),
      keys.askedPlace('shop', 'c', 'p'),
      keys.earlierIdPlace('shop', 'c', 'b'),
      keys.addressPlace('shop', 'a'),
      keys.probePlace('shop', 'p'),
      keys.orderOwnerPlace('shop', 'o'),
      keys.gonePlace('shop', 'w'),
      keys.proofPlace('shop', 'w', 'i'),
      keys.auditPlace('shop', 'a'),
      keys.evaluatedForPlace('shop'),
      keys.productPlace('shop', 'p'),
      keys.askerPlace('shop', 'p', 2, 'c'),
      keys.restockPlace('shop', 'p', 'e'),
      keys.reputationPlace('shop', 1, 2),
      keys.controlPlace('shop'),
      keys.sweepRoundPlace('shop'),
      keys.unknownMailPlace('shop', 2, 't'),
      keys.signUpHourPlace('shop', 2),
      keys.mailboxPlace('shop', 'm'),
    ].map(keyOf),
    shards: ['c-1', 'c-2', '見本'].map((customer) => keys.shardKey(keys.shardOf(customer))),
    partitionOf: customerOfPartition('shop', 'C#shop#a#b'),
    ids: {
      enrolment: enrolmentId({ store: 'shop', customer: 'c', scenario: 'welcome', key: 'k' }),
      touchpoint: touchpointId({ ...hello, lap: 0 }),
      alarm: alarmName({ store: 'shop', customer: 'c', lane: 'marketing', minute: 29_874_960 }),
      address: addressHash(secrets, ' Hana@Example.com'),
      customer: customerKey(secrets, 'c'),
    },
    link: signLink(secrets, {
      purpose: 'survey',
      customer: 'c',
      locale: 'ja',
      survey: { id: 'early', version: 1, touchpoint: 't' },
      about: 'a',
    }),
  };
}
