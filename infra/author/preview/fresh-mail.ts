/** Compiles one message from its sources as they are now, so that a reload shows what was just written. */
import { join } from 'node:path';
import type { Mail } from '../../../shared/core/record/mail.ts';
import { type MailInput, renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { catalogue } from '../../../shared/templates/catalogue.ts';
import { type SampleChoice, sampleMail } from '../samples/sample-mail.ts';
import { compileTemplate } from '../templates/compile-template.ts';
import { TemplateProblems } from '../templates/problems.ts';
import { readSources } from '../templates/sources.ts';

const sources = join(import.meta.dirname, '..', '..', '..', 'shared', 'templates');

async function compiled({ template, locale }: SampleChoice): Promise<MailInput['compiled']> {
  const wanted = { [template]: catalogue[template] };
  const { messages, problems } = readSources(sources, wanted, [locale]);
  const [message] = messages;
  // Only this message was asked for: that others are declared by nobody here is no fault.
  const own = problems.filter((problem) => problem.file === `${template}.${locale}.mjml`);
  if (!message || own.length > 0) throw new TemplateProblems(own);
  const result = await compileTemplate(sources, message);
  if ('html' in result) return result;
  throw new TemplateProblems(result);
}

/** The mail as it would be sent. Throws `TemplateProblems` or `MailNotRendered`, whose words say what to mend. */
export async function freshMail(choice: SampleChoice): Promise<Mail> {
  return renderMail(sampleMail(await compiled(choice), choice));
}
