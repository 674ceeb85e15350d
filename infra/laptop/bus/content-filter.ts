/** One entry in a pattern's list of wanted values: a plain value, or a filter such as `{ "prefix": "Order" }`. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const lower = (text: string) => text.toLowerCase();

/** `{ "equals-ignore-case": "x" }` inside prefix and suffix, or plain text. */
function textTest(wanted: unknown, test: (value: string, text: string) => boolean, value: string): boolean {
  if (typeof wanted === 'string') return test(value, wanted);
  if (!isObject(wanted)) return false;
  const folded = wanted['equals-ignore-case'];
  return typeof folded === 'string' && test(lower(value), lower(folded));
}

/** `*` stands for any characters; a backslash takes the next character as it is. */
function wildcard(pattern: string, value: string): boolean {
  const source = pattern.replace(/\\([\\*])|([*])|([.+?^${}()|[\]\\])/g, (_, escaped, star, special) => {
    if (escaped) return `\\${escaped}`;
    return star ? '.*' : `\\${special}`;
  });
  return new RegExp(`^${source}$`, 's').test(value);
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** `[">", 0, "<=", 5]`: every pair holds. */
function numeric(wanted: unknown, value: unknown): boolean {
  if (!Array.isArray(wanted) || wanted.length === 0 || typeof value !== 'number') return false;
  for (let at = 0; at < wanted.length; at += 2) {
    const limit = wanted[at + 1];
    if (typeof limit !== 'number' || !comparisons[String(wanted[at])]?.(value, limit)) return false;
  }
  return true;
}

function anythingBut(wanted: unknown, value: unknown): boolean {
  if (Array.isArray(wanted)) return !wanted.includes(value);
  if (!isObject(wanted)) return wanted !== value;
  return Object.entries(wanted).every(([filter, argument]) => {
    const refused = Array.isArray(argument) ? argument : [argument];
    return refused.every((one) => !leafMatches({ [filter]: one }, value));
  });
}

/** True when a value of an event meets one wanted value or filter. An unknown filter meets nothing. */
export function leafMatches(wanted: unknown, value: unknown): boolean {
  if (!isObject(wanted)) return wanted === value;
  const [filter, argument] = Object.entries(wanted)[0] ?? [];
  const text = typeof value === 'string' ? value : undefined;
  switch (filter) {
    case 'exists':
      return argument === true;
    case 'prefix':
      return text !== undefined && textTest(argument, (one, part) => one.startsWith(part), text);
    case 'suffix':
      return text !== undefined && textTest(argument, (one, part) => one.endsWith(part), text);
    case 'equals-ignore-case':
      return text !== undefined && typeof argument === 'string' && lower(argument) === lower(text);
    case 'wildcard':
      return text !== undefined && typeof argument === 'string' && wildcard(argument, text);
    case 'anything-but':
      return anythingBut(argument, value);
    case 'numeric':
      return numeric(argument, value);
    default:
      return false;
  }
}
