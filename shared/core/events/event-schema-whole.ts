/** The wire shape of an event's detail as one schema: what types and the published schemas are made of. */
import * as z from 'zod/mini';
import { maybe } from './event-field-schemas.ts';
import { aboutCustomer, aboutNobody, type PartName, partSchemas } from './event-schema-parts.ts';

type Parts = {
  [Name in PartName]: z.ZodMiniOptional<z.ZodMiniNullable<ReturnType<(typeof partSchemas)[Name]>>>;
};

function everyPart(): Parts {
  const parts = Object.entries(partSchemas).map(([name, schema]) => [name, maybe(schema())]);
  return Object.fromEntries(parts);
}

/** Of events about a customer; which parts an event must have is asked besides. */
export const detailSchema = () => z.extend(aboutCustomer(), everyPart());

/** Of events that need name nobody. */
export const namelessSchema = () => z.extend(aboutNobody(), everyPart());
