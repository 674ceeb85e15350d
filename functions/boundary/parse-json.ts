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

export interface ParsedJson {
  readonly data: unknown;
  /**
   * Puts into `data`, in the place of whole numbers that JavaScript cannot hold exactly (from 2^53), text with all their
   * digits: some producers write ids of 64 bits.
   */
  writeExactIds(): void;
}

/**
 * The same, for who learns only from the data whether its ids must be exact. Throws {@link MalformedJson}.
 *
 * @param mark what stands in every body whose ids must be: others need not be searched for long numbers
 */
export function parseJsonWithIds(body: string, mark: string): ParsedJson {
  const inexact: Inexact[] = [];
  const note: Reviver = function (key, value, { source } = {}) {
    const isInexact = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
    if (isInexact && source !== undefined && /^\d+$/.test(source)) inexact.push([this, key, source]);
    return value;
  };
  const mayHoldIds = body.includes(mark) && /\d{16}/.test(body);
  const data = parse(body, mayHoldIds ? note : undefined);
  return {
    data,
    writeExactIds() {
      for (const [holder, key, digits] of inexact) holder[key] = digits;
    },
  };
}

type Holder = Record<string, unknown>;
type Inexact = readonly [holder: Holder, key: string, digits: string];
type Reviver = (this: Holder, key: string, value: unknown, context?: { readonly source?: string }) => unknown;

function parse(body: string, revive: Reviver | undefined): unknown {
  if (body.length > maxBody_chars)
    throw new MalformedJson(`larger than ${maxBody_chars} characters: send less`);
  try {
    return JSON.parse(body, revive);
  } catch {
    throw new MalformedJson('the message is not JSON');
  }
}
