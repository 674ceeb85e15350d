/** Larger bodies are refused before they are parsed. */
const maxBody_chars = 256 * 1024;

export class MalformedJson extends Error {
  override readonly name = 'MalformedJson';
  readonly code = 'MALFORMED_JSON';
}

/** JSON of bounded size. Throws {@link MalformedJson}. */
export function parseJson(body: string): unknown {
  return parse(body, undefined);
}

/**
 * The same, but whole numbers that JavaScript cannot hold exactly (from 2^53) become text with all their digits: some
 * producers write ids of 64 bits. Throws {@link MalformedJson}.
 */
export function parseJsonWithExactIds(body: string): unknown {
  return parse(body, /\d{16}/.test(body) ? exactId : undefined);
}

function exactId(_key: string, value: unknown, { source }: { readonly source?: string } = {}): unknown {
  const inexact = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return inexact && source !== undefined && /^\d+$/.test(source) ? source : value;
}

function parse(body: string, revive: typeof exactId | undefined): unknown {
  if (body.length > maxBody_chars)
    throw new MalformedJson(`larger than ${maxBody_chars} characters: send less`);
  try {
    return JSON.parse(body, revive);
  } catch {
    throw new MalformedJson('the message is not JSON');
  }
}
