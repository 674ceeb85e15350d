/** What is told of an order inside it, where the wire shape has it beside: a part refund that is not found would be one of all. */

const besideOrder = ['payment', 'refund', 'shipment'] as const;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The detail with these parts where they belong; one that stands there already is the word that counts. */
export function partsInPlace(detail: unknown): unknown {
  if (!isFields(detail) || !isFields(detail.order)) return detail;
  const { order } = detail;
  const inside = besideOrder.filter((name) => (detail[name] ?? null) === null && isFields(order[name]));
  return inside.length === 0
    ? detail
    : { ...detail, ...Object.fromEntries(inside.map((name) => [name, order[name]])) };
}
