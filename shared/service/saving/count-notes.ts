import type { Note } from '../../core/enrolments/note.ts';
import type { Because } from '../../core/values/because.ts';
import type { MetricName } from '../../ports/metric-names.ts';
import type { Engine } from './engine.ts';

const metricOf: Readonly<Partial<Record<Because, MetricName>>> = {
  entered: 'Entered',
  restarted: 'Entered',
  'goal-met': 'GoalReached',
  'told-otherwise': 'ToldOtherwise',
};

/** Counts what became of a customer's events, and of scenarios by them. */
export function countNotes(engine: Engine<'log' | 'metrics'>, notes: readonly Note[]): void {
  const { log, metrics } = engine.world;
  for (const { event, scenario, because } of notes) {
    const metric = metricOf[because];
    if (metric) metrics.count(metric, 1, scenario);
    log.did([event, scenario, because].filter(Boolean).join(' '));
  }
}
