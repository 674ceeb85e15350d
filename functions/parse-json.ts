/** Larger bodies are refused before they are parsed. */
const maxBody_chars = 256 * 1024;

export class MalformedJson extends Error {
  override readonly name = 'MalformedJson';
  readonly code = 'MALFORMED_JSON';
}

/** JSON of bounded size. Throws {@link MalformedJson}. */
export function parseJson(body: string): unknown {
  if (body.length > maxBody_chars)
    throw new MalformedJson(`larger than ${maxBody_chars} characters: send less`);
  try {
    return JSON.parse(body);
  } catch {
    throw new MalformedJson('the message is not JSON');
  }
}
