import type { Note } from '../core/apply-events.ts';
import type { Because } from '../core/because.ts';
import type { Engine } from './engine.ts';

const metricOf: Readonly<Partial<Record<Because, string>>> = {
  entered: 'Entered',
  restarted: 'Entered',
  'goal-met': 'GoalReached',
};

/** Writes what became of events to the log, and the few that are counted by scenario to the metrics. */
export function countNotes(engine: Engine<'log' | 'metrics'>, notes: readonly Note[]): void {
  for (const note of notes) {
    const metric = metricOf[note.because];
    if (metric && note.scenario) engine.world.metrics.count(metric, 1, note.scenario);
    engine.world.log.info('event', { because: note.because, event: note.event, scenario: note.scenario });
  }
}
