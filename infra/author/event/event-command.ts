/** `event`: is an event right, and which scenarios would it start? With `--schemas`: the JSON Schemas of all events. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { denialsBeside } from '../../../shared/core/events/consent-beside.ts';
import type { StoreEvent } from '../../../shared/core/events/event.ts';
import type { StoreWideEvent } from '../../../shared/core/events/store-wide-event.ts';
import { openBook } from '../../../shared/core/language/scenario-book.ts';
import { switched } from '../../../shared/core/language/switches/scenario-switches.ts';
import { eventOfTrigger } from '../../../shared/core/language/trigger.ts';
import { newCustomer } from '../../../shared/core/record/customer.ts';
import { meaningOf } from '../../../shared/service/explaining/explain-because.ts';
import { engineSettings } from '../../../shared/settings/engine-settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { settingsOf } from '../checkout-settings.ts';
import { formatFiles } from '../format-files.ts';
import { type Library, loadLibrary, productRoot } from '../library.ts';
import { eventCustomerOf } from './event-customer.ts';
import { anyEventOf, type EventOnTheBus, readJsonFile } from './event-file.ts';
import { eventSchemas, schemaFolder } from './event-schemas.ts';
import { beginningOf, type EventJudgement, judgeEvent } from './judge-event.ts';
import { publishedFolder, publishedSchemas } from './published-schemas.ts';

interface EventOptions {
  readonly type?: string;
  readonly customer?: string;
  readonly schemas?: boolean;
}

export function addEvent(program: Command): void {
  program
    .command('event [file]')
    .description('is the event in this JSON file right, and which scenarios would it start, and which not?')
    .option('--type <name>', 'the event, such as OrderPlaced, where the file is its bare detail')
    .option(
      '--customer <file>',
      "fields of the customer, or a list of the customer's earlier events, as JSON (else the customer is unknown)",
    )
    .option('--schemas', `writes the JSON Schema of every event into ${schemaFolder}`)
    .action(
      acting<EventOptions>(async ([file], options) => {
        if (options.schemas === true) return writeSchemas(productRoot);
        if (file === undefined) throw new WrongUsage('Give the file of an event, or --schemas.');
        return judgeEventFile(await loadLibrary(productRoot), settingsOf(productRoot), file, options);
      }),
    );
}

/** Throws `OperatorRefusal` or {@link WrongUsage} for an event that is not right. */
function judgeEventFile(library: Library, settings: Settings, file: string, options: EventOptions): Report {
  const given = anyEventOf(readJsonFile(file), file, options.type);
  if (!isAboutCustomer(given)) return judgeStoreWide(given, library, settings);
  const { event } = given;
  const { id } = event.detail.customer;
  const around = {
    settings: engineSettings(settings),
    book: bookOf(library, settings),
  };
  const customer =
    options.customer === undefined
      ? newCustomer(settings.store, id)
      : eventCustomerOf(event, readJsonFile(options.customer), options.customer, around);
  const judgement = judgeEvent(event, customer, around);
  const known = options.customer === undefined ? 'an unknown customer' : 'this customer';
  const lines = [
    `${event.name} is right. For ${known}, if it came when it occurred:`,
    ...sourceLines(given, settings),
    ...unreadLines(event),
    ...(event.isGuests
      ? ['guest   it names no id: it goes to the record that is made of customer.email']
      : []),
    ...denialsBeside(event).map(({ name }) => `note    its denial of consent counts as a ${name} of its own`),
    ...linesOf(judgement),
  ];
  return { lines, data: { right: true, event: event.name, ...judgement } };
}

function isAboutCustomer(given: EventOnTheBus<StoreEvent | StoreWideEvent>): given is EventOnTheBus {
  return 'customer' in given.event.detail;
}

/** With the deployment's switches: a scenario that it has switched off lets nobody in. */
const bookOf = ({ scenarios, catalogue, segments }: Library, settings: Settings) =>
  openBook(switched(scenarios, settings.scenarios), catalogue, segments);

/** Whom it lets in depends on each customer: told is only which scenarios begin with it. */
function judgeStoreWide(given: EventOnTheBus<unknown>, library: Library, settings: Settings): Report {
  const { name } = given.event as StoreWideEvent;
  const { current } = bookOf(library, settings);
  const asked = current.filter(({ trigger }) => eventOfTrigger(trigger) === name);
  const others = current.filter((scenario) => !asked.includes(scenario));
  const whom =
    name === 'ProductRestocked' ? 'who asked for the product, in that order' : 'all whom it concerns';
  const lines = [
    `${name} is right. It names no customer, and goes to ${whom}:`,
    ...sourceLines(given, settings),
    ...unreadLines(given.event as StoreWideEvent),
    ...asked.map(({ id }) => `asks    ${id}: whether it lets each of them in`),
    ...others.map(({ id, trigger }) => `not     ${id}: it begins with ${beginningOf(trigger)}`),
  ];
  return { lines, data: { right: true, event: name, asks: asked.map(({ id }) => id) } };
}

function sourceLines({ source }: EventOnTheBus<unknown>, { eventSource }: Settings): string[] {
  if (source === undefined || source === eventSource) return [];
  return [`odd     its source is "${source}", and the rule on the bus takes "${eventSource}" alone`];
}

const unreadLines = ({ unread = [] }: StoreEvent | StoreWideEvent): string[] =>
  unread.map((field) => `odd     ${field} cannot be read, and is left out`);

function linesOf({ starts, notStarted, moves, ignored, ...told }: EventJudgement): string[] {
  return [
    ...(ignored === undefined ? [] : [`nothing ${meaningOf[ignored]}`]),
    ...(told.changesNothing ? ['nothing it changes nothing that is known of the customer'] : []),
    ...told.remarks.map((because) => `note    ${because}: ${meaningOf[because]}`),
    ...moves.map(({ scenario, because }) => `moves   ${scenario}: ${because}: ${meaningOf[because]}`),
    ...starts.map(({ scenario, because, step, due }) => {
      const rest = step === undefined ? 'over at once' : `step "${step}", due ${due}`;
      return `starts  ${scenario}: ${because === 'restarted' ? 'anew, ' : ''}${rest}`;
    }),
    ...notStarted.map(({ scenario, because, trigger }) =>
      because === 'listens-to'
        ? `not     ${scenario}: it begins with ${trigger}`
        : `not     ${scenario}: ${because}: ${meaningOf[because]}`,
    ),
  ];
}

/** One file for each event of the catalogue, and below it for each that the engine publishes. */
function writeSchemas(root: string): Report {
  const taken = replaceSchemas(path.join(root, schemaFolder), eventSchemas());
  const published = replaceSchemas(path.join(root, publishedFolder), publishedSchemas());
  formatFiles(root, [schemaFolder]);
  return {
    lines: [
      `${schemaFolder} holds the schemas of ${taken.length} events`,
      `${publishedFolder} holds the schemas of ${published.length} events that the engine puts on the bus`,
    ],
    data: { written: taken, published },
  };
}

/** Replaces what lies in the folder. */
function replaceSchemas(folder: string, schemas: Readonly<Record<string, object>>): string[] {
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(schemas).map((name) => `${name}.json`);
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
  }
  for (const old of readdirSync(folder)) {
    if (old.endsWith('.json') && !names.includes(old)) rmSync(path.join(folder, old));
  }
  return names;
}
