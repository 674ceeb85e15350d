/** `npm run packing`: what records take of the table; with `--make` a new dictionary is made, to be read by the next release. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { Command } from 'commander';
import { laidOut } from '../../../shared/aws/columns.ts';
import { dictionaryFiles, writtenWith } from '../../../shared/aws/dictionaries/dictionaries.ts';
import { shortBytes } from '../../../shared/aws/short-text.ts';
import { type StoredRecord, spelledOut } from '../../../shared/core/record/record-codec.ts';
import { recordsOfOthers, recordsOfTenYears, recordsToLearn } from './invented-stores.ts';
import { packedBefore, packingTimeRatio, type RecordSizes, sizesOf } from './record-units.ts';
import { trained } from './train.ts';

/** zlib reaches back 32 KB: this and the text of all but the biggest records lie within. */
const usual_bytes = 27_000;
const folder = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'aws', 'dictionaries');

const textOf = ({ shape: _, version: _version, ...rest }: StoredRecord): string => laidOut(rest);

function line(name: string, sizes: RecordSizes): string {
  const { records, p50_bytes, p90_bytes, units, billed } = sizes;
  return `${name.padEnd(34)} ${records} records, p50 ${p50_bytes} B = ${units.p50} units, p90 ${p90_bytes} B, ${billed} units billed`;
}

async function measure({ json, sizes }: { json?: boolean; sizes?: boolean }): Promise<void> {
  const [others, old] = [await recordsOfOthers(), await recordsOfTenYears()];
  // Before, every id was stored.
  const [othersBefore, oldBefore] = [others.map(spelledOut), old.map(spelledOut)];
  const found = {
    dictionary: writtenWith,
    days400: sizesOf(others),
    tenYears: sizesOf(old),
    rawDeflate: { days400: sizesOf(othersBefore, packedBefore), tenYears: sizesOf(oldBefore, packedBefore) },
    processorRatio: packingTimeRatio(others, othersBefore),
  };
  if (json) console.log(JSON.stringify(found, null, 2));
  else {
    console.log(line('400 days', found.days400));
    console.log(line('ten years', found.tenYears));
    console.log(line('400 days, as packed before', found.rawDeflate.days400));
    console.log(line('ten years, as packed before', found.rawDeflate.tenYears));
    console.log(`packing and unpacking take ${found.processorRatio} times what they took without`);
  }
  if (sizes) await compareSizes(others, old);
}

/** What dictionaries of other sizes would do. */
async function compareSizes(others: readonly StoredRecord[], old: readonly StoredRecord[]): Promise<void> {
  const learned = (await recordsToLearn()).map(textOf);
  for (const size_bytes of [8_000, 16_000, usual_bytes, 32_000]) {
    const dictionary = Buffer.from(trained(learned, size_bytes), 'latin1');
    const packing = ({ shape, version, ...rest }: StoredRecord) => ({
      shape,
      version,
      dict: writtenWith,
      doc: deflateSync(shortBytes(laidOut(rest)), { level: 9, memLevel: 9, dictionary }),
    });
    console.log(line(`${size_bytes} B of dictionary, 400 days`, sizesOf(others, packing)));
    console.log(line(`${size_bytes} B of dictionary, ten years`, sizesOf(old, packing)));
  }
}

async function make(): Promise<void> {
  const text = trained((await recordsToLearn()).map(textOf), usual_bytes);
  const hash = createHash('sha256').update(text).digest('hex');
  const number = dictionaryFiles.size + 1;
  const name = `${number}-${hash.slice(0, 12)}.txt`;
  writeFileSync(path.join(folder, name), text);
  console.log(`${path.relative(process.cwd(), path.join(folder, name))}\n"${number}": "${hash}"`);
  console.log(
    'Name the file in dictionaries.ts. After the release that reads it, add the line to released.json and write with it.',
  );
}

await new Command('packing')
  .description('Measures what customer records take of the table, on customers no dictionary was made of.')
  .option('--json', 'print one JSON object')
  .option('--sizes', 'compare dictionaries of other sizes, too')
  .option('--make', 'make a new dictionary from invented stores, instead of measuring')
  .action((options: { json?: boolean; sizes?: boolean; make?: boolean }) =>
    options.make ? make() : measure(options),
  )
  .parseAsync();
