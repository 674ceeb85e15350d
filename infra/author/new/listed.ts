/** Lists a program among those of the store, by changing the text of the list as little as a person would. */
import { OperatorRefusal } from '../../terminal/refusal.ts';
import { storeFile } from '../library.ts';
import { constantOf } from './sketched-files.ts';

/** The text of store.ts with the program at the end. Throws {@link OperatorRefusal} for a form it cannot read. */
export function withProgram(text: string, name: string): string {
  const list = /^( {2}programs: \{)([^{}]*)(\},)/m.exec(text);
  const imports = [...text.matchAll(/^import [\s\S]*?;\n/gm)].at(-1);
  if (!list || !imports) {
    throw new OperatorRefusal(
      `${storeFile} has no "programs: { … }," to add to: bring that form back, or list the program by hand.`,
    );
  }
  const [whole, open = '', inside = '', close = ''] = list;
  const end = imports.index + imports[0].length;
  const constant = constantOf(name);
  const others = inside.trim().replace(/,$/, '');
  const entry = constant === name ? name : `'${name}': ${constant}`;
  const added = `${open} ${others === '' ? '' : `${others}, `}${entry} ${close}`;
  const listed = `${text.slice(0, list.index)}${added}${text.slice(list.index + whole.length)}`;
  const imported = `import { program as ${constant} } from './programs/${name}/program.ts';\n`;
  return `${listed.slice(0, end)}${imported}${listed.slice(end)}`;
}
