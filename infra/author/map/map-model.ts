/** The journey map as data: scenarios by the stage they serve, their messages, and the stages nobody serves. */
import { fileTemplates } from '../../../shared/aws/file-templates.ts';
import type { TemplateName } from '../../../shared/core/language/register.ts';
import { classic } from '../../../shared/core/language/rhythm/rhythm.ts';
import type { Scenario, Stage } from '../../../shared/core/language/scenario.ts';
import { isMessage } from '../../../shared/core/language/steps.ts';
import { switched } from '../../../shared/core/language/switches/scenario-switches.ts';
import type { Cap } from '../../../shared/core/record/engine-settings.ts';
import { MailNotRendered, renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { newestOf } from '../library.ts';
import { sampleMail } from '../samples/sample-mail.ts';
import { type Gap, segmentGaps } from './map-coverage.ts';
import { type Flow, flowOf } from './map-flow.ts';
import { type MapSource, shippedSource } from './map-source.ts';
import { type MapLocale, type MapWords, mapWords } from './map-words.ts';

export interface MappedScenario {
  readonly scenario: Scenario;
  /** Of the steps that send, in their order. */
  readonly messages: readonly {
    readonly step: string;
    readonly template: string;
    readonly subject: string;
  }[];
  readonly flow: Flow;
}

export interface JourneyMap {
  readonly locale: MapLocale;
  readonly words: MapWords;
  /** All stages in the order of the journey; one without scenarios is a gap. */
  readonly stages: readonly { readonly stage: Stage; readonly scenarios: readonly MappedScenario[] }[];
  /** Stages and lifecycle segments that no scenario serves which is switched on. */
  readonly gaps: readonly Gap[];
  /** How much marketing a customer gets at most. */
  readonly caps: readonly Cap[];
  /** The name of that in force. */
  readonly rhythm: string;
}

const stages: readonly Stage[] = ['awareness', 'education', 'conversion', 'retention', 'referral'];

/** Maps the newest version of each scenario. Throws `UnknownTemplate` where the messages are not built, `UnknownScenarioSwitch`. */
export async function journeyMap(
  scenarios: readonly Scenario[],
  locale: MapLocale,
  { shop, compiled, caps, switches }: MapSource = shippedSource(),
): Promise<JourneyMap> {
  const words = mapWords[locale];
  const subject = (template: TemplateName) => subjectOf(template, locale, { shop, compiled });
  const mapped = await Promise.all(
    newestOf(switched(scenarios, switches)).map((scenario) => mapScenario(scenario, words, subject)),
  );
  const ofStage = (stage: Stage) => mapped.filter(({ scenario }) => scenario.stage === stage);
  return {
    locale,
    words,
    stages: stages.map((stage) => ({ stage, scenarios: ofStage(stage) })),
    gaps: segmentGaps(
      stages,
      mapped.map(({ scenario }) => scenario),
    ),
    caps,
    rhythm: scenarios.find((one) => one.rhythm !== undefined)?.rhythm ?? classic,
  };
}

async function mapScenario(
  scenario: Scenario,
  words: MapWords,
  subject: (template: TemplateName) => Promise<string>,
): Promise<MappedScenario> {
  const sends = scenario.steps.filter(isMessage);
  const messages = await Promise.all(
    sends.map(async ({ id, template }) => ({
      step: id,
      template,
      subject: await subject(template),
    })),
  );
  const subjects = new Map(messages.map(({ template, subject }) => [template, subject]));
  return { scenario, messages, flow: flowOf(scenario, subjects, words) };
}

/** The subject as a customer of the shop would read it; as it is written where the samples do not fill it. */
async function subjectOf(
  template: TemplateName,
  locale: MapLocale,
  { shop, compiled }: Pick<MapSource, 'shop' | 'compiled'>,
): Promise<string> {
  const source = await fileTemplates({ directory: compiled, fallback: locale }).load(template, locale);
  try {
    return renderMail(sampleMail(source, { template, locale, sample: 'usual', brand: 'wordmark' }, shop))
      .subject;
  } catch (error) {
    if (!(error instanceof MailNotRendered)) throw error;
    return source.subject;
  }
}

export function mapCounts({ stages: all }: JourneyMap): { scenarios: number; messages: number } {
  const scenarios = all.flatMap((stage) => stage.scenarios);
  return { scenarios: scenarios.length, messages: scenarios.flatMap(({ messages }) => messages).length };
}

export const gapsOf = ({ stages: all }: JourneyMap): Stage[] =>
  all
    .filter(({ scenarios }) => !scenarios.some(({ scenario }) => scenario.enabled !== false))
    .map(({ stage }) => stage);

/** The gaps by name, as the end of a sentence. */
export function gapNames(map: JourneyMap): string {
  const names = gapsOf(map).map((stage) => map.words.stages[stage].name);
  return names.length > 0 ? new Intl.ListFormat(map.locale).format(names) : map.words.noGaps;
}
