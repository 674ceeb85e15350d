/** Replays of archives: minute by minute, in the cloud's time. */
import { arn } from '../arns.ts';
import { Refusal } from '../http/message.ts';
import type { Agenda, Due } from '../time/agenda.ts';
import type { Archive } from './archive.ts';
import type { EventBuses } from './bus.ts';

export interface ReplayInput {
  readonly name: string;
  readonly description: string | undefined;
  readonly archive: Archive;
  readonly from_ms: number;
  readonly to_ms: number;
  /** Empty: all rules of the bus. */
  readonly ruleArns: readonly string[];
}

export type ReplayState = 'STARTING' | 'RUNNING' | 'COMPLETED' | 'CANCELLED';

export interface Replay extends ReplayInput {
  readonly arn: string;
  readonly started_ms: number;
  state: ReplayState;
  ended_ms: number | undefined;
  /** The time of the last event that was replayed. */
  last_ms: number | undefined;
  due: Due | undefined;
}

/** A minute of the archive takes so long: fast enough to wait for, slow enough to be seen and stopped. */
const minuteTakes_ms = 20;
const mostAtOnce = 10;

export class Replays {
  readonly #byName = new Map<string, Replay>();
  readonly #agenda: Agenda;
  readonly #buses: EventBuses;

  constructor(agenda: Agenda, buses: EventBuses) {
    this.#agenda = agenda;
    this.#buses = buses;
  }

  all(): Replay[] {
    return [...this.#byName.values()];
  }

  find(name: string): Replay {
    const replay = this.#byName.get(name);
    if (replay) return replay;
    throw new Refusal('ResourceNotFoundException', `Replay ${name} does not exist.`);
  }

  start(input: ReplayInput, now_ms: number): Replay {
    if (this.#byName.has(input.name)) {
      throw new Refusal('ResourceAlreadyExistsException', `Replay ${input.name} already exists.`);
    }
    if (this.all().filter(({ ended_ms }) => ended_ms === undefined).length >= mostAtOnce) {
      throw new Refusal('LimitExceededException', `There are ${mostAtOnce} replays under way already.`);
    }
    const replay: Replay = {
      ...input,
      arn: arn('events', `replay/${input.name}`),
      started_ms: now_ms,
      state: 'STARTING',
      ended_ms: undefined,
      last_ms: undefined,
      due: undefined,
    };
    this.#byName.set(input.name, replay);
    const minutes = input.archive.minutes(input.from_ms, input.to_ms, now_ms);
    this.#next(replay, minutes, 0, now_ms + minuteTakes_ms);
    return replay;
  }

  cancel(name: string, now_ms: number): Replay {
    const replay = this.find(name);
    if (replay.ended_ms !== undefined) {
      const words = `Replay ${name} is not in a valid state for this operation.`;
      throw new Refusal('IllegalStatusException', words);
    }
    this.#agenda.cancel(replay.due);
    this.#end(replay, 'CANCELLED', now_ms);
    return replay;
  }

  #next(replay: Replay, minutes: ReturnType<Archive['minutes']>, nth: number, at_ms: number): void {
    replay.due = this.#agenda.add(at_ms, () => {
      const envelopes = minutes[nth];
      if (!envelopes) return this.#end(replay, 'COMPLETED', at_ms);
      replay.state = 'RUNNING';
      for (const envelope of envelopes) {
        const { archive, ruleArns } = replay;
        const marked = { ...envelope, 'replay-name': replay.name };
        this.#buses.deliver(archive.given.bus, marked, at_ms, ruleArns);
        replay.last_ms = Math.max(replay.last_ms ?? 0, Date.parse(envelope.time));
      }
      this.#next(replay, minutes, nth + 1, at_ms + minuteTakes_ms);
    });
  }

  #end(replay: Replay, state: ReplayState, at_ms: number): void {
    replay.state = state;
    replay.ended_ms = at_ms;
    replay.due = undefined;
  }
}
