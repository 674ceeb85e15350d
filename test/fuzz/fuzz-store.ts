/** A store in memory for each input: the whole engine behind a boundary, so that what is let in is also used. */
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { fileTemplates } from '../../shared/aws/file-templates.ts';
import { openBook } from '../../shared/core/language/scenario-book.ts';
import { decodeRecord, encodeRecord } from '../../shared/core/record/record-codec.ts';
import { itemSize } from '../../shared/core/values/item-size.ts';
import { exampleShop } from '../../shared/example/shop.ts';
import { memoryWorld } from '../../shared/memory/memory-world.ts';
import { engineOf } from '../../shared/service/saving/engine.ts';
import { handleLaneMessage } from '../../shared/service/sending/handle-lane-message.ts';
import { parseSettings } from '../../shared/settings/settings.ts';
import { catalogue, scenarios, shippedPlay, surveys } from '../support/shipped.ts';
import { exampleSettings } from '../support/store-in-memory.ts';
import { mustBeClean } from './guards.ts';
import { leakIn } from './planted.ts';
import { mustBeSafeMail } from './safe-mail.ts';
import { must } from './target.ts';

export const now = Temporal.Instant.from('2026-11-22T00:31:00Z');
const settings = parseSettings(exampleSettings);
const templates = fileTemplates({ directory: shippedPlay.compiled, fallback: settings.locale });
const book = openBook(scenarios, catalogue, undefined, { ...exampleShop.facts, surveys });
const linkBaseUrl = 'https://links.example.com';
/** An IANA name, or an offset. */
const zoneName = /^([a-z][\w+-]*(\/[\w+-]+)*|[+-]\d\d(:?\d\d)?)$/i;
/** Far above what one event may leave in a record. */
const maxRecord_bytes = 16_384;

export function fuzzStore() {
  const world = memoryWorld({ startAt: now, settings, templates });
  const counted: string[] = [];
  const ports = {
    ...world,
    metrics: { count: (name: string, _by = 1, scenario = '') => void counted.push(name, scenario) },
  };
  const engine = engineOf(ports, book, settings);
  const sending = { ...engine, linkBaseUrl, remaining_ms: () => 60_000 };
  return {
    world,
    engine,
    sending,
    /** Lets time pass, then asks of all that was sent, stored and told. */
    async settle(hours: number) {
      await world.run(now.add({ hours }), (_, message) => handleLaneMessage(sending, message));
      for (const mail of world.mailer.mails) mustBeSafeMail(mail);
      for (const id of world.records.ids()) await mustBeSound(world, id);
      this.mustTellNobody();
    },
    /** No personal data in a log line, a metric's name or dimension, or in `more`. */
    mustTellNobody(...more: readonly string[]) {
      const told = JSON.stringify([world.log.lines, counted, more]);
      const leak = leakIn(told);
      must(leak === undefined, `personal data ("${leak}") was written down: ${told.slice(0, 500)}`);
    },
  };
}

export type FuzzStore = ReturnType<typeof fuzzStore>;

/** A record that is bounded, clean and read back as it was; so is the proof kept beside it. */
async function mustBeSound(world: FuzzStore['world'], id: string): Promise<void> {
  const stored = world.records.stored(id);
  must(stored !== undefined, 'a record was lost');
  mustBeClean(stored, 'the record');
  mustBeClean(await world.evidence.list(id), 'the evidence');
  must(itemSize(stored) <= maxRecord_bytes, `a record of one event takes ${itemSize(stored)} bytes`);
  const again = JSON.parse(JSON.stringify(encodeRecord(decodeRecord(stored))));
  must(isDeepStrictEqual(again, stored), 'the record is another after it was read and written');
  const zone = stored.profile as { zone?: string } | undefined;
  must(
    zone?.zone === undefined || zoneName.test(zone.zone),
    `the time zone is no name of a zone: ${zone?.zone}`,
  );
}
