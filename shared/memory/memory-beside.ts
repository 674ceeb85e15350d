/** What lies beside the record and is only put and read: contexts, evidence of consent, the brakes. */
import { type Brakes, noBrakes } from '../core/record/brakes.ts';
import { addedByKind, type CountsByKind, hourOf, noCountsByKind } from '../core/record/breaker.ts';
import type { Control } from '../ports/brakes.ts';
import type { Contexts } from '../ports/contexts.ts';
import type { ConsentEvidence, Evidence } from '../ports/evidence.ts';
import type { Probes } from '../ports/probes.ts';
import type { SenderReputation } from '../ports/reputation.ts';
import type { Campaign, Campaigns } from '../ports/templates.ts';
import type { Held } from './memory-rights.ts';

/** `contexts` in memory, as text. */
export function memoryContexts(): Contexts & Held {
  const contexts = new Map<string, string>();
  const key = (customer: string, enrolment: string) => JSON.stringify([customer, enrolment]);
  return {
    async load(customer, enrolment) {
      const text = contexts.get(key(customer, enrolment));
      return text === undefined ? undefined : JSON.parse(text);
    },
    async put(customer, enrolment, event) {
      contexts.set(key(customer, enrolment), JSON.stringify(event));
    },
    held: (customer) =>
      [...contexts]
        .map(([name, event]) => ({ of: JSON.parse(name) as [string, string], event }))
        .filter(({ of }) => of[0] === customer)
        .map(({ of, event }) => ({ key: `CTX#${of[1]}`, fields: { event } })),
    drop: (customer, held) => void contexts.delete(key(customer, held.replace('CTX#', ''))),
  };
}

/** `evidence` in memory, listed by id. */
export function memoryEvidence(): Evidence & Held {
  const customers = new Map<string, Map<string, ConsentEvidence>>();
  return {
    async put(evidence) {
      const ofCustomer = customers.get(evidence.customer) ?? new Map();
      customers.set(
        evidence.customer,
        ofCustomer.set(evidence.id, { ...evidence, topics: [...evidence.topics] }),
      );
    },
    async list(customer) {
      return [...(customers.get(customer)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    held: (customer) =>
      [...(customers.get(customer)?.values() ?? [])].map(({ customer: _, id, ...fields }) => ({
        key: `CONSENT#${id}`,
        fields,
      })),
    drop: (customer, key) => void customers.get(customer)?.delete(key.replace('CONSENT#', '')),
  };
}

/** `campaigns` in memory. */
function memoryCampaigns(): Campaigns {
  const campaigns = new Map<string, Campaign>();
  return {
    load: async (id) => campaigns.get(id),
    put: async (campaign) => void campaigns.set(campaign.id, campaign),
  };
}

/** `control` in memory: brakes bite at once. */
export function memoryControl(): Control {
  let brakes = noBrakes;
  let lookedFor: string | undefined;
  return {
    lookedFor: async () => lookedFor,
    async noteLookedFor(digest) {
      lookedFor = digest;
    },
    read: async () => brakes,
    async write(to) {
      brakes = copyOf(to);
    },
    async change(by) {
      brakes = copyOf(by(brakes));
      return brakes;
    },
  };
}

const copyOf = ({ paused, pauses, breaker, judgedFrom, others }: Brakes): Brakes => ({
  paused: { ...paused, scenarios: [...paused.scenarios] },
  ...(pauses && { pauses: { ...pauses } }),
  ...(breaker && { breaker }),
  ...(judgedFrom && { judgedFrom }),
  ...(others && { others: { ...others } }),
});

/** `standing` in memory. */
export function memoryReputation(): SenderReputation {
  const hours = new Map<number, CountsByKind>();
  return {
    async add(hour, counts) {
      const key = hourOf(hour).epochMilliseconds;
      hours.set(key, addedByKind(hours.get(key) ?? noCountsByKind, counts));
    },
    async since(from) {
      const first_ms = hourOf(from).epochMilliseconds;
      return [...hours]
        .filter(([hour_ms]) => hour_ms >= first_ms)
        .reduce((sum, [, counts]) => addedByKind(sum, counts), noCountsByKind);
    },
  };
}

/** `probes` in memory; `seen` holds the ids. */
function memoryProbes(): Probes & { readonly seen: Set<string> } {
  const seen = new Set<string>();
  return { seen, arrived: async (id) => void seen.add(id) };
}

/** What is about no customer: `campaigns` and `probes` in memory. */
export const memoryNotes = () => ({ campaigns: memoryCampaigns(), probes: memoryProbes() });
