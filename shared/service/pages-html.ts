/** HTML by tagged template: whatever is put in is escaped, unless it was made by the same tag. */

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Values may stand in text and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const parts = values.map((value, index) => `${escaped(value)}${strings[index + 1]}`);
  return new Html(`${strings[0]}${parts.join('')}`);
}

function escaped(value: string | Html): string {
  if (value instanceof Html) return value.text;
  return value.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
