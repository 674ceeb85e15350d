/** Faults in who gets a letter of the week, how often, and until when. */
import { coreMutant as one } from './core-mutant.ts';
import type { Edit, Mutant } from './mutants.ts';

const typed = (file: string, find: string, replace: string): Edit => ({
  file: `infra/operator/${file}.ts`,
  find,
  replace,
});

const faults = 'none';

export const mutantsOfCampaigns: readonly Mutant[] = [
  {
    name: 'campaign-begun-twice',
    what: 'started twice, a campaign lets everybody in twice',
    seed: 28,
    faults,
    edits: [
      typed('campaign/standing', "if (run) return { is: 'had' };", ''),
      {
        file: 'shared/core/enrolments/enter-refusal.ts',
        find: '(run) => run.key === key && !isForgotten',
        replace: "(run) => !('command' in scenario.trigger) && run.key === key && !isForgotten",
      },
    ],
  },
  one(
    'campaign-not-stopped',
    'whether the run alone is stopped is not asked when a letter goes',
    16,
    'contact-policy/may-send',
    'const ofKey = enrolment ? [runBrake(scenario.id, enrolment.key)] : [];',
    'const ofKey: string[] = [];',
  ),
  one(
    'campaign-after-its-expiry',
    'a letter that waited goes though its campaign has expired',
    59,
    'contact-policy/expiry',
    'if (!date) return expires;',
    'if (date || !date) return expires;',
  ),
  {
    name: 'campaign-never-let-go',
    what: 'approved again, a campaign that was stopped stays so',
    seed: 59,
    faults,
    edits: [typed('campaign/start', '  if (paused) {', '  if (paused && !known.approved) {')],
  },
  {
    name: 'campaign-to-everybody',
    what: 'the segments of a draft are not asked',
    seed: 16,
    faults,
    edits: [
      typed('campaign/standing', '(segments.length === 0 || segments', '(segments.length >= 0 || segments'),
    ],
  },
  {
    name: 'campaign-forgets-the-held',
    what: 'whoever would wait at the moment of the approval never gets the letter',
    seed: 59,
    faults,
    edits: [
      typed(
        'campaign/standing',
        "{ is: 'in', waits: verdict.because };",
        "{ is: 'out', because: verdict.because };",
      ),
    ],
  },
  {
    name: 'campaign-at-once',
    what: 'the pace of a draft is not asked',
    seed: 16,
    faults,
    edits: [
      typed(
        'recovery/pacing',
        'this.#perDay = perDay ?? Number.POSITIVE_INFINITY;',
        'this.#perDay = (perDay ?? 1) * Number.POSITIVE_INFINITY;',
      ),
    ],
  },
];
