/** Reads and checks what SES v2 SendEmail is given. */
import { type Json, Refusal } from '../http/message.ts';
import { optionalObject, optionalObjects, optionalText, optionalTexts } from '../http/read-fields.ts';
import type { MailDraft } from '../mail/mailbox.ts';

const bad = (message: string) => new Refusal('BadRequestException', message);

/** Headers SES sets itself. Source: SES v2 API, MessageHeader. */
const reserved = new Set(
  'bcc cc content-disposition content-type date from message-id mime-version reply-to return-path subject to'.split(
    ' ',
  ),
);

/** `Name <a@b>` or `a@b`: only what SES certainly refuses is refused. */
function checkAddress(given: string): void {
  const address = /<([^<>]*)>\s*$/.exec(given)?.[1] ?? given.trim();
  const [local = '', domain = '', more] = address.split('@');
  const ascii = /^[\x21-\x7e]+$/.test(address) && /^[\x20-\x7e]*$/.test(given) && address.length <= 320;
  const dots = !/^\.|\.\.|\.$/.test(local);
  if (more !== undefined || !local || !domain) throw bad("Missing final '@domain'");
  if (!ascii)
    throw bad(
      'Address contains control or whitespace, or characters other than ASCII: encode names by RFC 2047.',
    );
  if (!dots || !/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(domain)) throw bad('Illegal address');
}

function readDestination(input: Json): string[] {
  const destination = optionalObject(input, 'Destination') ?? {};
  const all = ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap(
    (name) => optionalTexts(destination, name) ?? [],
  );
  if (all.length === 0) throw bad('Destination needs at least one address.');
  if (all.length > 50) throw bad('Recipient count exceeds 50.');
  for (const address of all) checkAddress(address);
  return all;
}

/** The tags SES makes its Feedback-ID header of; no other name may hold a colon. */
const feedbackTags = new Set(['ses:feedback-id-a', 'ses:feedback-id-b']);

function readTags(input: Json): Record<string, string> {
  const tags = optionalObjects(input, 'EmailTags') ?? [];
  if (tags.length > 50) throw bad('A message has at most 50 tags.');
  return Object.fromEntries(
    tags.map((tag) => {
      const [name = '', value = ''] = [optionalText(tag, 'Name'), optionalText(tag, 'Value')];
      for (const part of [feedbackTags.has(name) ? 'own' : name, value]) {
        if (!/^[A-Za-z0-9_-]{1,256}$/.test(part)) {
          throw bad(
            `Invalid email tag <${name}>: use 1 to 256 of alphanumeric ASCII characters, '_' and '-'.`,
          );
        }
      }
      return [name, value];
    }),
  );
}

function readHeaders(simple: Json): Record<string, string> {
  const headers = optionalObjects(simple, 'Headers') ?? [];
  if (headers.length > 15) throw bad('A message has at most 15 headers of its own.');
  return Object.fromEntries(
    headers.map((header) => {
      const [name = '', value = ''] = [optionalText(header, 'Name'), optionalText(header, 'Value')];
      if (!/^[!-9;-@A-~]{1,126}$/.test(name)) throw bad(`Invalid header name <${name}>.`);
      if (reserved.has(name.toLowerCase())) throw bad(`Header <${name}> is not allowed: SES sets it.`);
      if (!/^[ -~]{1,995}$/.test(value))
        throw bad(`Header <${name}> needs 1 to 995 printable ASCII characters.`);
      if (name.length + value.length > 996) throw bad(`Header <${name}> is too long.`);
      return [name, value];
    }),
  );
}

function part(from: Json | undefined, name: string): string | undefined {
  const content = from && optionalObject(from, name);
  return content && optionalText(content, 'Data');
}

function readContent(input: Json): Pick<MailDraft, 'subject' | 'html' | 'text' | 'headers'> {
  const content = optionalObject(input, 'Content') ?? {};
  const raw = optionalObject(content, 'Raw');
  if (raw) {
    const text = Buffer.from(optionalText(raw, 'Data') ?? '', 'base64').toString('utf8');
    const subject = /^subject:\s*(.*)$/im.exec(text)?.[1]?.trim() ?? '';
    return { subject, html: '', text, headers: {} };
  }
  const simple = optionalObject(content, 'Simple');
  if (!simple) throw bad('This cloud sends Content.Simple and Content.Raw. Give one of them.');
  const [subject, body] = [part(simple, 'Subject'), optionalObject(simple, 'Body')];
  const [html, text] = [part(body, 'Html'), part(body, 'Text')];
  if (subject === undefined) throw bad('Content.Simple needs Subject.Data.');
  if (html === undefined && text === undefined)
    throw bad('Content.Simple needs Body.Html.Data or Body.Text.Data.');
  return { subject, html: html ?? '', text: text ?? '', headers: readHeaders(simple) };
}

/** Throws BadRequestException for what SES refuses. */
export function readMail(input: Json): MailDraft {
  const from = optionalText(input, 'FromEmailAddress');
  if (!from) throw bad('FromEmailAddress is required.');
  checkAddress(from);
  for (const address of optionalTexts(input, 'ReplyToAddresses') ?? []) checkAddress(address);
  const tags = readTags(input);
  const { headers, ...content } = readContent(input);
  const [a = '', b = ''] = [...feedbackTags].map((name) => tags[name]);
  return {
    from,
    to: readDestination(input),
    ...content,
    headers: { ...headers, 'Feedback-ID': `${a}:${b}:1.local:AmazonSES` },
    tags,
    configurationSet: optionalText(input, 'ConfigurationSetName'),
  };
}
