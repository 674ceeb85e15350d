/** The form in which an order's item is stored: what was written once is read for ever. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { packedOrder, unpackedOrder } from '../../shared/aws/packed-order.ts';

const at = (text: string) => Temporal.Instant.from(text);
const written = {
  pk: 'C#shop#c1',
  sk: 'ORDER#o-1',
  OrderPlaced: Buffer.from(
    'hcsxCsIwFIfxq8h/TuAlUYd3A3cnxSHYDAHb1Po6SMgNnL2Cq4hXUq8hXUuh68f3y/AChiW71uQ02S05dsREOyikrgodOCNWYCRtoCBJ/Am8WhIpRAn1BbzPaLtU9UfZDGOrCQqNrwMYn9v993p8n+/FEM+9byTKFWyKGiszpcycslPKzik3pdxIHUr5Aw==',
    'base64',
  ),
  OrderPaid: '{"at":"2026-03-02T04:00:00Z"}',
  entry:
    '{"id":"o-1","seen":"PS0a1b2c3d","at":1772508600,"placed":1772422200,"total":5400,"cur":"JPY","of":2}',
};

test('an item is read as it was written, long facts compressed and short ones as text', () => {
  const item = unpackedOrder('o-1', written);
  expect(item.facts.OrderPlaced?.order?.items).toHaveLength(4);
  expect(item.facts.OrderPlaced).toMatchObject({
    at: '2026-03-02T03:30:00Z',
    order: { total: 5400, items: [{ name: '化粧水 0' }, {}, {}, {}] },
  });
  expect(item.facts.OrderPaid).toEqual({ at: '2026-03-02T04:00:00Z' });
  expect(item.entry).toMatchObject({
    seen: ['OrderPlaced', 'OrderShipped:0a1b2c3d'],
    placedAt: at('2026-03-02T03:30:00Z'),
    parcels: 2,
  });
  const { pk: _, sk: __, OrderPlaced, ...texts } = packedOrder(item) as typeof written;
  expect(texts).toEqual({ OrderPaid: written.OrderPaid, entry: written.entry });
  expect(OrderPlaced.length).toBeLessThan(200);
});
