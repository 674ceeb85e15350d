/** The proofs that run the service in memory: what each of their rooms may import. */
import type { Room } from './room.ts';

const terminal = 'infra/terminal';
const laneWorkers = 'infra/proof/lane-workers';
const wholeNumbers = 'infra/proof/demo/options.ts';

/** The orders of the demo, as events. */
export const superstore = [
  'bus-entry',
  'ndjson',
  'superstore',
  'superstore-events',
  'superstore-settings',
].map((file) => `infra/proof/demo/${file}.ts`);

/** @param service what whoever runs the service in memory may import */
export const proofsInMemory = (service: Omit<Room, 'room'>): Room[] => {
  const room = (name: string, ...more: string[]): Room => ({
    ...service,
    room: `infra/proof/${name}`,
    may: [...service.may, ...more],
  });
  return [
    room('packing', 'shared/aws', 'infra/author/play/play-intake.ts', 'infra/proof/chance.ts'),
    room(
      'lane-workers',
      'infra/stack',
      'infra/proof/chance.ts',
      'functions/queue',
      'shared/aws/token-pacer.ts',
    ),
    room('engine', terminal, wholeNumbers, 'infra/proof/bench/population', 'shared/aws/packed-record.ts'),
    room('flash-sale', terminal, wholeNumbers, laneWorkers),
    room('load', terminal, wholeNumbers, laneWorkers),
  ];
};
