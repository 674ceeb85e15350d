/** The JSON Schema of each event of the catalogue, made of the one schema that the engine itself checks events by. */
import * as z from 'zod/mini';
import { type EventName, eventNames, isAboutOrder } from '../../../shared/core/event-names.ts';
import { detailSchema } from '../../../shared/core/event-schema.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

export const schemaFolder = 'docs/events';

/** By event: the schema of its `detail` on the bus. */
export function eventSchemas(): Readonly<Record<EventName, JsonSchema>> {
  const base = z.toJSONSchema(detailSchema, { io: 'input' }) as unknown as ObjectSchema;
  return Object.fromEntries(eventNames.map((name) => [name, schemaOf(name, base)])) as Record<
    EventName,
    JsonSchema
  >;
}

function schemaOf(name: EventName, { $schema, properties, required, ...rest }: ObjectSchema): JsonSchema {
  const part = isAboutOrder(name) ? 'order' : name === 'ConsentChanged' ? 'consent' : undefined;
  const occurredAt = {
    ...properties.occurredAt,
    format: 'date-time',
    description: 'When it happened: RFC 3339 with an offset, since 1900.',
  };
  return {
    $schema,
    title: name,
    description: `The detail of an event whose detail-type is ${name}. Fields that are not named here are kept.`,
    ...rest,
    properties: { ...properties, occurredAt, ...(part ? { [part]: withoutNull(properties[part]) } : {}) },
    required: part ? [...required, part] : required,
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
