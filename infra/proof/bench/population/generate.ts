/**
 * How the frozen population was made: customers of an example shop and what its storefront put on the bus for them.
 * The bench reads the file, never this; a test holds that the two are the same.
 */
import { customerEvents } from './customer-events.ts';
import { type Draw, drawOf } from './draw.ts';
import { goods } from './goods.ts';
import { day_ms, type PopulationPlan, start_ms } from './plans.ts';
import type { PopulationEvent } from './population.ts';

/** Every event of the plan in the order in which it comes onto the bus. */
export function generatePopulation(plan: PopulationPlan): PopulationEvent[] {
  const draw = drawOf(plan.seed);
  const customers = Array.from({ length: plan.customers }, (_, nth) => customerEvents(draw, plan, nth));
  return [...customers.flat(), ...storeEvents(draw, plan)].sort((a, b) => a.at_ms - b.at_ms);
}

const rfc = (at_ms: number) => new Date(at_ms).toISOString();

/** What is about nobody by name, spread evenly over the days. */
function storeEvents(draw: Draw, { sales, announcements, days }: PopulationPlan): PopulationEvent[] {
  const spread = (many: number, name: string) =>
    Array.from({ length: many }, (_, nth) => {
      const day = Math.floor(((nth + draw.fraction(name, nth)) / many) * (days - 20)) + 5;
      return { nth, at_ms: start_ms + day * day_ms + 2 * 3_600_000 };
    });
  const sold = spread(sales, 'sale').map(({ nth, at_ms }) => ({
    at_ms,
    name: 'SaleAnnounced',
    detail: {
      eventId: `sale-${nth}`,
      occurredAt: rfc(at_ms),
      sale: {
        id: `sale-${nth}`,
        name: 'セール',
        startsAt: rfc(at_ms + 2 * day_ms),
        endsAt: rfc(at_ms + 7 * day_ms),
        url: 'https://shop.example.com/sale',
      },
    },
  }));
  const announced = spread(announcements, 'product').map(({ nth, at_ms }) => ({
    at_ms,
    name: 'ProductAnnounced',
    detail: {
      eventId: `product-${nth}`,
      occurredAt: rfc(at_ms),
      product: { ...goods[nth % goods.length], id: `new-${nth}`, url: `https://shop.example.com/new/${nth}` },
    },
  }));
  return [...sold, ...announced];
}
