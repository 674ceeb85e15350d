/** A small folder of messages in which a test breaks one thing. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { buildTemplates } from '../../../../infra/author/templates/build-templates.ts';
import { type KeptMessages, keptMessages } from '../../../../infra/author/templates/kept-messages.ts';
import type { TemplateProblems } from '../../../../infra/author/templates/problems.ts';
import type { Catalogue } from '../../../../infra/author/templates/sources.ts';
import { textFilesIn } from '../../../../infra/author/templates/text-files.ts';

const variables = [
  'sender.legalName',
  'sender.postalAddress',
  'sender.inquiryContact',
  'links.unsubscribe',
  'customer.name',
];
export const entry = { kind: 'marketing', eventFields: ['order.items.name'], variables } as const;
export const footer = `<mj-section><mj-column><mj-text>{{ sender.legalName }} {{ sender.postalAddress }}
{{ sender.inquiryContact }} <a href="{{ links.unsubscribe }}">stop</a></mj-text></mj-column></mj-section>`;
export const list =
  '{% if order.items %}{% for item in order.items %}{{ item.name | default: "x" }}{% endfor %}{% endif %}';

export interface Parts {
  readonly head?: string;
  readonly body?: string;
  readonly footer?: string;
}
export const message = ({
  head = '<mj-title>Hello</mj-title><mj-preview>Peek</mj-preview>',
  body = `<mj-text>${list}</mj-text>`,
  footer = '<mj-include path="layout/footer.mjml" />',
}: Parts = {}) => `<mjml><mj-head>${head}</mj-head><mj-body>
<mj-section><mj-column>
${body}
</mj-column></mj-section>
${footer}</mj-body></mjml>`;

export let folder: string;
/** Each test of a file that calls this has a folder of its own. */
export function inTrialFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'));
    put('layout/footer.mjml', footer);
    put('story/hello.ja.mjml', message());
  });
  afterEach(() => rmSync(folder, { recursive: true }));
}

export function put(name: string, text: string): void {
  const path = join(folder, 'from', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export const run = (
  catalogue: Catalogue = { 'story/hello': entry },
  kept: KeptMessages = keptMessages(join(folder, 'kept')),
) =>
  buildTemplates({
    texts: textFilesIn(join(folder, 'from'), [{ folder: '.' }]),
    to: join(folder, 'to'),
    catalogue,
    locales: ['ja'],
    sources: 's',
    kept,
  });

export async function problems(catalogue?: Catalogue): Promise<string[]> {
  const error: TemplateProblems = await run(catalogue).then(
    () => expect.fail('it was built'),
    (reason) => reason,
  );
  expect(error.code).toBe('TEMPLATE_PROBLEMS');
  expect(readdirSync(folder)).not.toContain('to');
  return error.message.split('\n  ').slice(1);
}
