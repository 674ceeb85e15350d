/** One MJML source becomes the three Liquid sources of a mail: subject, HTML and text. */
import { decodeHTML } from 'entities';
import mjml2html from 'mjml';
import { withBrandColours } from './brand-colours.ts';
import { plainText } from './plain-text.ts';
import type { Problem } from './problems.ts';
import { lineAt, type Message, withPlacedIncludes } from './sources.ts';
import { strayText } from './stray-text.ts';

export interface Compiled {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

interface MjmlError {
  readonly line: number;
  readonly message: string;
}

/**
 * Compiles one message. Sources that MJML refuses come back as problems.
 *
 * @param root the folder that the paths of its files count from
 */
export async function compileTemplate(
  root: string,
  message: Message,
): Promise<Compiled | readonly Problem[]> {
  const { file } = message;
  const subject = head(file.text, 'mj-title');
  const problems: Problem[] = [message.file, ...message.includes].flatMap(strayText);
  if (!subject) problems.push({ file: file.path, what: 'has no subject: write it in <mj-title>' });
  if (!head(file.text, 'mj-preview')) {
    problems.push({ file: file.path, what: 'has no preheader: write it in <mj-preview>' });
  }
  for (const image of file.text.matchAll(/<mj-image(?![^>]*\salt=)[^>]*>/g)) {
    problems.push({
      file: file.path,
      line: lineAt(file.text, image.index),
      what: 'an image has no alt text: add alt=""',
    });
  }
  try {
    const html = await toHtml(root, message, false);
    if (problems.length > 0 || !subject) return problems;
    return { subject, html: await toHtml(root, message, true), text: plainText(html) };
  } catch (error) {
    return [...problems, ...mjmlProblems(file.path, error)];
  }
}

async function toHtml(root: string, message: Message, minify: boolean): Promise<string> {
  const result = await mjml2html(withPlacedIncludes(message), {
    filePath: root,
    ignoreIncludes: false,
    validationLevel: 'strict',
    keepComments: false,
    fonts: {},
    minify,
    minifyOptions: { minifyCss: false },
  });
  return withBrandColours(result.html.trim());
}

/** The text of a head element of the message's own file, its entities read. */
function head(text: string, tag: string): string | undefined {
  const found = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)?.[1];
  return found && decodeHTML(found.replaceAll(/\s+/g, ' ')).trim();
}

function mjmlProblems(file: string, error: unknown): Problem[] {
  const errors = (error as { errors?: readonly MjmlError[] }).errors;
  if (errors?.length)
    return errors.map((one) => ({ file, line: one.line, what: `${one.message}: mend the MJML` }));
  return [{ file, what: `MJML cannot read it: ${error instanceof Error ? error.message : String(error)}` }];
}
