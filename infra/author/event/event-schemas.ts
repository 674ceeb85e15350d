/** The JSON Schema of each event of the catalogue, made of the one schema that the engine itself checks events by. */
import * as z from 'zod/mini';
import { countsDenial } from '../../../shared/core/events/consent-beside.ts';
import { type EventName, eventNames, isOfStore } from '../../../shared/core/events/event-catalogue.ts';
import { isBrowsing, requiredPart } from '../../../shared/core/events/event-demands.ts';
import {
  type CommandName,
  enrolSchema,
  eraseSchema,
} from '../../../shared/core/events/event-schema-command.ts';
import { type PartName, partSchemas } from '../../../shared/core/events/event-schema-parts.ts';
import { detailSchema } from '../../../shared/core/events/event-schema-whole.ts';
import { withWords } from './words-in-schemas.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

export const schemaFolder = 'docs/events';

/** What several events may hold, once for all of them: the others refer to it. */
const shared = 'parts';
const ref = (name: string) => ({ $ref: `${shared}.json#/$defs/${name}` });

/** By detail-type, events and commands: the schema of its `detail` on the bus; `parts`: what they refer to. */
export function eventSchemas(): Readonly<Record<EventName | CommandName | typeof shared, JsonSchema>> {
  const base = z.toJSONSchema(detailSchema(), { io: 'input' }) as unknown as ObjectSchema;
  const schemas = eventNames.map((name) => [name, schemaOf(name, base)]);
  return { ...Object.fromEntries(schemas), ...commandSchemas(), [shared]: partsOf(base) };
}

const partNames = Object.keys(partSchemas) as PartName[];

function partsOf({ $schema, properties }: ObjectSchema): JsonSchema {
  const parts = partNames.map((name) => [name, withWords(name, withoutNull(properties[name]))]);
  return {
    $schema,
    title: 'The parts of an event',
    description: 'What the detail of an event may hold. Each event asks for the part it is about.',
    $defs: { customer: properties.customer, ...Object.fromEntries(parts) },
  };
}

function schemaOf(
  name: EventName,
  { $schema, type, properties, additionalProperties }: ObjectSchema,
): JsonSchema {
  const part = requiredPart(name);
  const parts = partNames.map((one) => [one, one === part ? ref(one) : carried(name, one)]);
  return {
    $schema,
    title: name,
    description: `The detail of an event whose detail-type is ${name}. Fields that are not named here are kept.`,
    type,
    properties: {
      eventId: properties.eventId,
      occurredAt: {
        ...properties.occurredAt,
        format: 'date-time',
        description: 'When it happened: RFC 3339 with an offset, since 1900.',
      },
      ...(isOfStore(name) || name === 'CustomerMerged'
        ? { customer: { anyOf: [ref('customer'), { type: 'null' }] } }
        : { customer: whom(name) }),
      ...Object.fromEntries(parts),
    },
    ...demands(name, part),
    additionalProperties,
  };
}

/** A part that the event is not about. */
function carried(name: EventName, part: PartName): JsonSchema {
  const nothing = { type: 'null' };
  if (part !== 'consent') return { anyOf: [ref(part), nothing] };
  if (!countsDenial(name)) return { ...nothing, description: 'Consent is told by a ConsentChanged.' };
  const denial = { ...ref(part), properties: { granted: { const: false } } };
  return { anyOf: [denial, nothing], description: 'A denial alone; a grant is told by a ConsentChanged.' };
}

function demands(name: EventName, part: PartName | undefined): JsonSchema {
  const identity = ['eventId', 'occurredAt'];
  if (name === 'CustomerMerged') {
    const bare = { required: ['from', 'to'], properties: { from: idSchema, to: idSchema } };
    return { required: identity, anyOf: [{ required: ['merge'] }, bare] };
  }
  const customer = isOfStore(name) ? [] : ['customer'];
  return { required: [...identity, ...customer, ...(part === undefined ? [] : [part])] };
}

const idSchema = { type: 'string', minLength: 1, maxLength: 128 };

/** Whom an event must name: the customer by id, a guest by the address, or, of an anonymous visit, the browser. */
function whom(name: EventName): JsonSchema {
  const by = (field: string, more: JsonSchema = {}) => ({
    type: 'object',
    required: [field],
    properties: { [field]: { type: 'string', ...more } },
  });
  const ways = [by('id'), by('email', { pattern: '@' }), ...(isBrowsing(name) ? [by('anonymousId')] : [])];
  return { ...ref('customer'), anyOf: ways };
}

function commandSchemas(): Readonly<Record<CommandName, JsonSchema>> {
  const command = (title: CommandName, does: string, of: typeof enrolSchema | typeof eraseSchema) => {
    const { $schema, ...rest } = z.toJSONSchema(of(), { io: 'input' });
    return { $schema, title, description: `The detail of a command: ${does}`, ...rest };
  };
  return {
    EnrolCustomer: command(
      'EnrolCustomer',
      'it lets this customer into a scenario that waits for one. A repeat is known by its eventId.',
      enrolSchema,
    ),
    EraseCustomer: command(
      'EraseCustomer',
      'it erases all that is held of this customer, under every id of the customer. To send it again does no harm.',
      eraseSchema,
    ),
  };
}

/** What the event is about cannot be null. */
function withoutNull(schema: JsonSchema | undefined): JsonSchema {
  const forms = (schema?.anyOf ?? []) as readonly JsonSchema[];
  const [only, ...others] = forms.filter((form) => form.type !== 'null');
  if (!only || others.length > 0)
    throw new Error('A part of the detail is an object or null; event-schemas.ts knows no other.');
  return only;
}
