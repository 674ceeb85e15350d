/** What single rules cannot see of a scenario that lets people in: its offers, needs and series, and the others of its group. */
import type { Scenario } from '../scenario.ts';
import type { Segment } from '../segment.ts';
import { groupFaults } from './check-groups.ts';
import { needFaults } from './check-needs.ts';
import { reminderFaults } from './check-offers.ts';
import { seriesFaults } from './check-series.ts';
import type { StepFault } from './step-fault.ts';

export interface StoryFault extends StepFault {
  readonly rule: 'reminder' | 'needs' | 'series' | 'group' | 'waits-for';
}

/** @param live all scenarios that let people in, each in its newest version; @param scenario one of them */
export function storyFaults(
  scenario: Scenario,
  live: readonly Scenario[],
  segments: readonly Segment[] = [],
): StoryFault[] {
  const filters = new Map(segments.map(({ name, is }) => [name, is]));
  const by = (rule: StoryFault['rule'], faults: readonly StepFault[]): StoryFault[] =>
    faults.map((fault) => ({ rule, ...fault }));
  return [
    ...by('reminder', reminderFaults(scenario)),
    ...by('needs', needFaults(scenario)),
    ...by('series', seriesFaults(scenario)),
    ...by('group', groupFaults(scenario, live, filters)),
    ...by('waits-for', waitsForFaults(scenario)),
  ];
}

function waitsForFaults({ waitsFor }: Scenario): StepFault[] {
  if (waitsFor === undefined) return [];
  const says = `it is live, and waits for "${waitsFor}": switch it off until that is there, or take "waitsFor" out`;
  return [{ says }];
}
