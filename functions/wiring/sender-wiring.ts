/** The ports of the sender: what it decides on, and the mail service. */
import { sesClient, sqsClient } from '../../shared/aws/clients.ts';
import { dynamoAddresses } from '../../shared/aws/dynamo-addresses.ts';
import { dynamoCampaigns } from '../../shared/aws/dynamo-campaigns.ts';
import { dynamoContexts } from '../../shared/aws/dynamo-contexts.ts';
import { dynamoControl } from '../../shared/aws/dynamo-control.ts';
import { dynamoCustomers } from '../../shared/aws/dynamo-customers.ts';
import { dynamoOrderFacts } from '../../shared/aws/dynamo-order-facts.ts';
import { dynamoProbes } from '../../shared/aws/dynamo-probes.ts';
import { dynamoProducts } from '../../shared/aws/dynamo-products.ts';
import { readTogether } from '../../shared/aws/dynamo-together.ts';
import { dynamoUnknowns } from '../../shared/aws/dynamo-unknowns.ts';
import { fileTemplates } from '../../shared/aws/file-templates.ts';
import { sesMailer } from '../../shared/aws/ses-mailer.ts';
import { tokenPacer } from '../../shared/aws/token-pacer.ts';
import { confirmPace_ms, lanePaces } from '../../shared/settings/lane-paces.ts';
import type { Host } from '../host.ts';
import { busOf, engineFor, ground, keysOf, timersAndLanes, touchpointsOf } from './ground.ts';

export function senderWiring(host: Host) {
  const base = ground(host);
  const { inbox, ...ports } = timersAndLanes(base, sqsClient());
  const { settings, clock, read } = base;
  const together = { ...base.dynamo, read: readTogether(base.dynamo) };
  const world = {
    ...base,
    keys: keysOf(base),
    ...ports,
    customers: dynamoCustomers(together),
    contexts: dynamoContexts(base.dynamo),
    orderFacts: dynamoOrderFacts(together),
    addresses: dynamoAddresses(base.dynamo),
    control: dynamoControl(together),
    probes: dynamoProbes(base.dynamo),
    bus: busOf(base),
    products: dynamoProducts(base.dynamo),
    campaigns: dynamoCampaigns(base.dynamo),
    touchpoints: touchpointsOf(base),
    unknowns: dynamoUnknowns(base.dynamo),
    mailer: sesMailer({
      client: sesClient(),
      from: { name: settings.senderName, address: settings.sender },
      replyTo: settings.replyTo,
      configurationSets: {
        transactional: read('TRANSACTIONAL_CONFIGURATION_SET'),
        marketing: read('MARKETING_CONFIGURATION_SET'),
      },
      log: base.log,
    }),
    pacer: tokenPacer({
      clock,
      paces: lanePaces(settings),
      confirmEvery_ms: confirmPace_ms(settings),
      isIdle: ports.lanes.isIdle,
      chance: Math.random,
      log: base.log,
    }),
    templates: fileTemplates({ directory: read('TEMPLATES_DIR'), fallback: settings.locale }),
  };
  return { ...base, inbox, engine: engineFor(base, world), linkBaseUrl: read('LINK_BASE_URL') };
}
