import type { Note } from '../../core/enrolments/note.ts';
import type { Because } from '../../core/values/because.ts';
import type { MetricName } from '../../ports/metric-names.ts';
import type { Engine } from './engine.ts';

const metricOf: Readonly<Partial<Record<Because, MetricName>>> = {
  entered: 'Entered',
  restarted: 'Entered',
  'goal-met': 'GoalReached',
};

/** Counts what is counted by scenario, and writes what became of a customer's events in one line of the log. */
export function countNotes(engine: Engine<'log' | 'metrics'>, notes: readonly Note[]): void {
  for (const note of notes) {
    const metric = metricOf[note.because];
    if (metric && note.scenario) engine.world.metrics.count(metric, 1, note.scenario);
  }
  const counted = notes.map(({ event, scenario, because }) =>
    [event, scenario, because].filter(Boolean).join(' '),
  );
  engine.world.log.info('events', { notes: counted.join('; ').slice(0, 1000) });
}
