/** How likely each fault is for a request to each service: drawn from the seed before anything runs. */
import { chance } from '../chance.ts';

/**
 * - `kill-before`, `kill-after`: the worker that asks is killed (signal 9), its request not done, or done.
 * - `drop`: the connection is cut before the request is passed on.
 * - `delay`: the request is passed on late.
 * - `5xx`, `throttle`: refused in the service's own words, and not passed on.
 * - `5xx-after`: done, and then answered with a fault of the service.
 * - `cut`: done, and the connection is cut in place of the answer.
 * - `hang`: done, and no answer ever comes: the client's patience ends it.
 */
export const faultKinds = [
  'kill-before',
  'kill-after',
  'drop',
  'delay',
  '5xx',
  '5xx-after',
  'throttle',
  'cut',
  'hang',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** By their names in the signature of a request. */
export const services = ['dynamodb', 'sqs', 'scheduler', 'ses', 'secretsmanager', 'events'] as const;

export type FaultyService = (typeof services)[number];

export type FaultRow = Readonly<Record<FaultKind, number>>;
export type FaultTable = Readonly<Record<FaultyService, FaultRow>>;

/** Least and most, as shares of all requests. A hang takes seconds of real time each. */
const ranges: Readonly<Record<FaultKind, readonly [number, number]>> = {
  'kill-before': [0.002, 0.006],
  'kill-after': [0.002, 0.006],
  drop: [0.005, 0.02],
  delay: [0.01, 0.04],
  '5xx': [0.005, 0.02],
  '5xx-after': [0.003, 0.01],
  throttle: [0.005, 0.02],
  cut: [0.005, 0.02],
  hang: [0.0002, 0.001],
};

/** Mail is where a fault can do harm, and one request in ten. */
const more: Readonly<Partial<Record<FaultyService, number>>> = { ses: 2.5 };

const isKill = (kind: FaultKind) => kind === 'kill-before' || kind === 'kill-after';

function drawn(seed: number, service: FaultyService, kind: FaultKind): number {
  // The storefront is no worker that could be killed, and its client has all the patience in the world.
  if (service === 'events' && (isKill(kind) || kind === 'hang')) return 0;
  const [least, most] = ranges[kind];
  return (least + (most - least) * chance(seed, 'table', service, kind)) * (more[service] ?? 1);
}

export function drawTable(seed: number): FaultTable {
  const row = (service: FaultyService) =>
    Object.fromEntries(faultKinds.map((kind) => [kind, drawn(seed, service, kind)])) as FaultRow;
  return Object.fromEntries(services.map((service) => [service, row(service)])) as FaultTable;
}

/** Which fault a draw in [0, 1) falls on; undefined: none. */
export function faultAt(row: FaultRow, draw: number): FaultKind | undefined {
  let upTo = 0;
  return faultKinds.find((kind) => {
    upTo += row[kind];
    return draw < upTo;
  });
}
