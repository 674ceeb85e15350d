/** What the command tells of an export, an erasure, its lifting, and of who asked for them. */
import type { Temporal } from 'temporal-polyfill';
import {
  type Erased,
  type ErasePorts,
  eraseCustomer,
} from '../../../shared/service/rights/erase-customer.ts';
import { type ExportPorts, exportCustomer } from '../../../shared/service/rights/export-customer.ts';
import { type Elsewhere, whereElse } from '../../../shared/service/rights/where-else.ts';
import { customerKey, isErased } from '../../../shared/service/saving/customer-key.ts';
import type { Engine } from '../../../shared/service/saving/engine.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { Target } from '../target/target.ts';

/** JSON in any case: it is for the customer, and for programs. @throws `OperatorRefusal` where nothing is held */
export async function exportOf(
  target: Target,
  engine: Engine<ExportPorts>,
  id: string,
  by: string,
): Promise<Report> {
  const exported = await exportCustomer(engine, id, { at: await target.clock.now(), by });
  if (!exported) throw nobody(target, id);
  return { lines: [JSON.stringify(exported, undefined, 2)], data: exported };
}

/** @throws `OperatorRefusal` without `yes` */
export async function erase(
  target: Target,
  engine: Engine<ErasePorts>,
  id: string,
  { by, yes }: { readonly by: string; readonly yes: boolean },
): Promise<Report> {
  if (!yes) {
    throw new OperatorRefusal(
      `All that is held of "${id}" would be erased, for good. Look at it by export; if it is meant, add --yes.`,
    );
  }
  const at = await target.clock.now();
  const erased = await eraseCustomer(engine, id, { at, by });
  if (erased === 'lifted') {
    throw new OperatorRefusal('The erasure of this id was lifted a moment ago: try again if it is meant.');
  }
  const elsewhere = whereElse(target.settings, at);
  const lines = [target.called, ...erasedInWords(erased), ...elsewhereInWords(elsewhere)];
  return { lines, data: { at, customer: id, erased, elsewhere }, failed: erased.onTheirWay > 0 };
}

export async function lift(
  target: Target,
  { world }: Engine<'gone' | 'keys' | 'audit'>,
  id: string,
  by: string,
): Promise<Report> {
  if (!(await isErased(world, id))) {
    throw new OperatorRefusal(`No erasure of "${id}" stands in ${target.called}: there is nothing to lift.`);
  }
  const at = await target.clock.now();
  const who = customerKey(await world.keys(), id);
  await world.gone.lift(who, at);
  await world.audit.note({ at, action: 'lift', who, by });
  const lines = [
    target.called,
    `Events of "${id}" are taken in again from now on. What was erased does not come back, unless events are replayed.`,
  ];
  return { lines, data: { at, customer: id, lifted: true } };
}

/** The book also holds who paused mail: `ops pauses` tells that. */
const rights: ReadonlySet<string> = new Set(['export', 'erase', 'lift']);

/** @param id tells only of the customer whose id this is; of all unless given */
export async function audit(
  target: Target,
  { world }: Engine<'keys' | 'audit'>,
  id: string | undefined,
): Promise<Report> {
  const who = id === undefined ? undefined : customerKey(await world.keys(), id);
  const entries = (await world.audit.list()).filter(
    (entry) => rights.has(entry.action) && (who === undefined || entry.who === who),
  );
  const told = entries.map(
    ({ at, action, who: whom, by }) => `${at}  ${action.padEnd(6)}  ${whom}  by ${by}`,
  );
  const lines = [target.called, ...(told.length > 0 ? told : ['Nobody has asked.'])];
  return { lines, data: { entries } };
}

const nobody = (target: Target, id: string) =>
  new OperatorRefusal(
    `${target.called} holds nothing under "${id}": no event of this customer has come, or the id is another store's.`,
  );

function erasedInWords({ records, things, timers, proofs, proofsUntil, onTheirWay }: Erased): string[] {
  return [
    records + things === 0
      ? 'Nothing was held under this id. It is noted as erased all the same.'
      : `Erased: ${records} records, ${things} things beside them, ${timers} timers.`,
    'What stays: a keyed hash of the id, so that late and replayed events do not bring the customer back; the address, hashed, as one that gets no marketing by an old consent.',
    ...(proofsUntil
      ? [`Also ${proofs} proofs of consent without the name, the last until ${dayOf(proofsUntil)}.`]
      : []),
    ...(onTheirWay > 0
      ? [`${onTheirWay} messages were at the mail service just now. Run it again in 15 minutes.`]
      : []),
  ];
}

function elsewhereInWords(elsewhere: readonly Elsewhere[]): string[] {
  const told = elsewhere.map(({ where, holds, until, whatToDo }) => {
    const end = until ? `until ${dayOf(until)}` : 'until somebody removes it';
    return `  ${where}, ${end}: ${holds}${whatToDo ? `. To do: ${whatToDo}` : ''}`;
  });
  return ['Not reached, and when it goes:', ...told];
}

const dayOf = (at: Temporal.Instant) => at.toString().slice(0, 10);
