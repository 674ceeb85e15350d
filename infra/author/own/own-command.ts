/** `own`: copies what ships into the store’s room, for the store to change: a program whole, or the texts of a message. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import { acting } from '../acting.ts';
import { formatFiles } from '../format-files.ts';
import {
  type Library,
  loadLibrary,
  ownTextsFolder,
  productRoot,
  shippedFolder,
  storeFile,
  storeFolder,
} from '../library.ts';
import { readLock, writeLock } from '../lock/lock-file.ts';
import { withProgram } from '../new/listed.ts';

export function addOwn(program: Command): void {
  program
    .command('own <name>')
    .description(
      'copies into shared/store, to change there: a program (welcome), or a text (welcome/promise)',
    )
    .action(acting(async ([name = '']) => own(await loadLibrary(productRoot), name)));
}

/** Throws {@link OperatorRefusal} for what does not ship, or is the store’s already; then writes nothing. */
function own(library: Library, name: string): Report {
  const files = name.includes('/') ? ownTexts(library, name) : ownProgram(library, name);
  return { lines: files.map((file) => `wrote  ${file}`), data: { files } };
}

function ownTexts({ root, catalogue, texts }: Library, template: string): string[] {
  if (!Object.hasOwn(catalogue, template)) {
    throw new OperatorRefusal(`There is no message "${template}": "npm run preview" lists all of them.`);
  }
  const found = [...texts.files].filter(([name]) => name.replace(/\.[^/]*$/, '') === template);
  const taken = found.find(([, file]) => file.startsWith(`${storeFolder}/`));
  if (taken) throw new OperatorRefusal(`${taken[1]} is the store’s already: change it there.`);
  return found.map(([name, file]) => {
    const to = `${ownTextsFolder}/${name}`;
    mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
    cpSync(path.join(root, file), path.join(root, to));
    return to;
  });
}

function ownProgram({ root, shelves: [shipped] }: Library, name: string): string[] {
  const program = shipped && Object.hasOwn(shipped.programs, name) ? shipped.programs[name] : undefined;
  if (!program) {
    const names = Object.keys(shipped?.programs ?? {}).join(', ');
    throw new OperatorRefusal(`No program "${name}" ships: take one of ${names}.`);
  }
  const folder = `${storeFolder}/programs/${name}`;
  if (existsSync(path.join(root, folder))) {
    throw new OperatorRefusal(`${folder} is there already: change it there.`);
  }
  cpSync(path.join(root, shippedFolder, name), path.join(root, folder), { recursive: true });
  const code = readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
  for (const file of code) rewrite(root, file, placedDeeper);
  rewrite(root, storeFile, (text) => withProgram(text, name));
  formatFiles(root, [...code, storeFile]);
  return [
    folder,
    storeFile,
    lockCopied(
      root,
      program.scenarios.map(({ id }) => id),
    ),
  ];
}

/** Customers may be inside the versions that shipped: they are as frozen here. */
function lockCopied(root: string, ids: readonly string[]): string {
  const lockFile = `${storeFolder}/released.json`;
  const shipped = readLock(root, `${shippedFolder}/released.json`);
  const copied = Object.entries(shipped).filter(([id]) => ids.includes(id));
  writeLock(root, lockFile, { ...readLock(root, lockFile), ...Object.fromEntries(copied) });
  return lockFile;
}

const placedDeeper = (text: string) =>
  text
    .replaceAll(/(from ')\.\.\/\.\.\//g, '$1../../../')
    .replaceAll(/(from ')\.\.\/(?!\.\.)/g, '$1../../../programs/');

function rewrite(root: string, file: string, by: (text: string) => string): void {
  const place = path.join(root, file);
  writeFileSync(place, by(readFileSync(place, 'utf8')));
}
