/** Adds a scenario to the two lists a deployment reads, by changing their text as little as a person would. */
import type { Scenario } from '../../../shared/core/language/scenario.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import { catalogueFile, registryFile } from '../library.ts';
import { constantOf, templatesOf } from './sketched-files.ts';

/** The text of registry.ts with the scenario at the end. Throws {@link OperatorRefusal} for a form it cannot read. */
export function withScenario(registry: string, scenario: Scenario): string {
  const name = constantOf(scenario.id);
  const list = /(export const scenarios\b[^=]*=\s*\[)([\s\S]*?)(\s*,?\s*\];)/.exec(registry);
  const imports = [...registry.matchAll(/^import [\s\S]*?;\n/gm)].at(-1);
  if (!list || !imports) throw unreadable(registryFile, 'export const scenarios = [ … ];');
  const [whole, open = '', inside = '', close = ''] = list;
  const end = imports.index + imports[0].length;
  const added = `${open}${inside}${inside.trim() === '' ? '' : ', '}${name}${close.replace(',', '')}`;
  const listed = `${registry.slice(0, list.index)}${added}${registry.slice(list.index + whole.length)}`;
  return `${listed.slice(0, end)}import { ${name} } from './${scenario.id}.ts';\n${listed.slice(end)}`;
}

/** The text of catalogue.ts with the scenario's messages at the end. Throws {@link OperatorRefusal} likewise. */
export function withMessages(catalogue: string, scenario: Scenario): string {
  const close = /\n\} as const satisfies /.exec(catalogue);
  if (!close) throw unreadable(catalogueFile, '} as const satisfies …');
  const variables = scenario.kind === 'marketing' ? 'marketingMessage' : 'everyMessage';
  const entries = templatesOf(scenario).map(
    (template) => `  '${template}': { kind: '${scenario.kind}', eventFields: [], variables: ${variables} },`,
  );
  return `${catalogue.slice(0, close.index)}\n${entries.join('\n')}${catalogue.slice(close.index)}`;
}

function unreadable(file: string, form: string): OperatorRefusal {
  return new OperatorRefusal(
    `${file} has no "${form}" to add to: bring that form back, or list the scenario by hand.`,
  );
}
