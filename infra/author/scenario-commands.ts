/** Every command about scenarios, in the order in which help lists them. */
import type { Command } from 'commander';
import { addCheck } from './check/check-command.ts';
import { addDiff } from './diff/diff-command.ts';
import { addEvent } from './event/event-command.ts';
import { addLock } from './lock/lock-command.ts';
import { addMap } from './map/map-command.ts';
import { addNew } from './new/new-command.ts';
import { addOwn } from './own/own-command.ts';
import { addPlay } from './play/play-command.ts';
import { addReach } from './reach/reach-command.ts';
import { addSendTest } from './send-test/send-test-command.ts';
import { addVocabulary } from './vocabulary/vocabulary-command.ts';

export function addAll(program: Command): void {
  for (const add of [
    addCheck,
    addMap,
    addPlay,
    addReach,
    addEvent,
    addLock,
    addDiff,
    addNew,
    addOwn,
    addSendTest,
    addVocabulary,
  ])
    add(program);
}
