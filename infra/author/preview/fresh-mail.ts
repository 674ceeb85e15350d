/** Compiles one message from its sources as they are now, so that a reload shows what was just written. */
import type { Mail } from '../../../shared/core/record/mail.ts';
import { catalogue } from '../../../shared/library.ts';
import { type MailInput, renderMail } from '../../../shared/service/rendering/render-mail.ts';
import { loadLibrary, productRoot } from '../library.ts';
import { type SampleChoice, sampleMail } from '../samples/sample-mail.ts';
import { compileTemplate } from '../templates/compile-template.ts';
import { TemplateProblems } from '../templates/problems.ts';
import { readSources } from '../templates/sources.ts';

async function compiled({ template, locale }: SampleChoice): Promise<MailInput['compiled']> {
  const wanted = { [template]: catalogue[template] };
  const { texts } = await loadLibrary(productRoot);
  const { messages, problems } = readSources(texts, wanted, [locale]);
  const [message] = messages;
  // Only this message was asked for: that others are declared by nobody here is no fault.
  const own = problems.filter((problem) => isOf(problem.file, `${template}.${locale}.mjml`));
  if (!message || own.length > 0) throw new TemplateProblems(own);
  const result = await compileTemplate(productRoot, message);
  if ('html' in result) return result;
  throw new TemplateProblems(result);
}

const isOf = (file: string, name: string) => file.endsWith(`/${name}`);

/** The mail as it would be sent. Throws `TemplateProblems` or `MailNotRendered`, whose words say what to mend. */
export async function freshMail(choice: SampleChoice): Promise<Mail> {
  return renderMail(sampleMail(await compiled(choice), choice));
}
