/**
 * `npm run mutation`: puts small faults into one room after another and counts how many its tests find. It fails where a room's
 * score falls below the one kept in scores.json. `-- core/values` does one room, `-- --mutate "shared/core/values/ids.ts"`
 * a part of one, `-- --keep` raises the scores that are kept.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { keep, keptScores, mutatedRooms, scoreOf } from './score.ts';

const root = join(import.meta.dirname, '..', '..');
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

const command = new Command('npm run mutation --')
  .argument('[rooms...]', 'such as core/values; all where none is named')
  .option('--mutate <files>', 'a room, or files of one: "shared/core/values/**"')
  .option('--keep', 'keeps the scores that rose')
  .parse();
const { mutate, keep: raises } = command.opts<{ mutate?: string; keep?: boolean }>();

/** The room of a pattern, and the pattern where it is less than the room. */
function roomAndPart(pattern: string): { room: string; part?: string } {
  const [, room = '', rest = ''] = /^shared\/((?:core|service)\/[a-z-]+)\/?(.*)$/.exec(pattern) ?? [];
  const isWhole = /^(\*\*)?(\/\*(\.ts)?)?$/.test(rest);
  return { room, ...(isWhole ? {} : { part: pattern }) };
}

const asked: { room: string; part?: string }[] = mutate
  ? [roomAndPart(mutate)]
  : (command.args.length > 0 ? command.args : mutatedRooms).map((room) => ({ room }));
const unknown = asked.filter(({ room }) => !mutatedRooms.includes(room));
if (unknown.length > 0) command.error(`no such room; there are: ${mutatedRooms.join(', ')}`);

const results = asked.map(({ room, part }) => {
  const report = join(root, 'reports', 'mutation', `${room.replace('/', '-')}${part ? '-part' : ''}.json`);
  rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, [stryker, 'run'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATED_ROOM: room, ...(part ? { MUTATED_FILES: part } : {}) },
  });
  const score = existsSync(report) ? scoreOf(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  const before = keptScores()[room];
  if (raises && !part && status === 0 && score !== undefined) keep(room, score);
  return { room, part, score, before, isSound: status === 0 };
});

for (const { room, part, score, before, isSound } of results) {
  const shown = score === undefined ? 'not measured' : `${score.toFixed(1)} %`;
  console.log(`${isSound ? ' ' : '✗'} ${part ?? room}: ${shown}, kept ${before ?? 'nothing yet'}`);
}
if (results.some(({ isSound }) => !isSound)) process.exitCode = 1;
