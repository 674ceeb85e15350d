/** What each function is bundled to. */
import { beforeAll, describe, expect, test } from 'vitest';
import { holds } from '../../../../infra/proof/bench/bundle/bundle-figures.ts';
import {
  type Bundle,
  bundleOf,
  bundleOfText,
  functionNames,
} from '../../../../infra/proof/bench/bundle/bundles.ts';

describe('the bundles', () => {
  const limit_bytes = 1_000_000;
  const reading: readonly string[] = ['feedback', 'ingest', 'pages'];
  let bundles: Bundle[];
  beforeAll(async () => {
    bundles = await Promise.all(functionNames.map(bundleOf));
  });

  test('each stays below 1,000 KB and holds of zod only zod/mini, and only where shapes are read', () => {
    for (const bundle of bundles) {
      expect([bundle.name, bundle.bytes < limit_bytes]).toEqual([bundle.name, true]);
      const zod = [holds(bundle, 'mini'), holds(bundle, 'classic')];
      expect([bundle.name, ...zod]).toEqual([bundle.name, reading.includes(bundle.name), false]);
    }
  });

  test('each has as much code as it was measured to need, and little more: most of a start is compiling it', () => {
    const measured_bytes: Record<string, number> = {
      feedback: 337_000,
      ingest: 550_000,
      pages: 460_000,
      reconcile: 411_000,
      sender: 613_000,
    };
    for (const { name, bytes } of bundles)
      expect([name, bytes < (measured_bytes[name] ?? 0) * 1.05]).toEqual([name, true]);
  });

  test('each brings the library as a file and none of it as code', () => {
    for (const { name, files } of bundles)
      expect([name, files.filter((file) => file.startsWith('shared/programs'))]).toEqual([name, []]);
  });

  test('none holds what checks scenarios: that was done when the bundle was made', () => {
    for (const { name, files } of bundles)
      expect([name, files.filter((file) => /language\/(check|schema)\//.test(file))]).toEqual([name, []]);
  });

  // What is imported when asked stands in the same file, as a function that makes it then; so does all that it shares.
  const whenAsked = /Promise\.resolve\(\)\.then\(\(\)=>\([\w$]+\(\),[\w$]+\)\)/;

  test('none holds a module that is made when asked: a start would be a tenth slower', async () => {
    for (const { name, code } of bundles) expect([name, whenAsked.exec(code)]).toEqual([name, null]);
    const text = "export const topics = async () => (await import('./shared/core/values/topic.ts')).topics;";
    expect((await bundleOfText('ingest', text)).code).toMatch(whenAsked);
  });

  test('what a module says of itself beyond its folder fails the build', async () => {
    const built = bundleOfText('ingest', 'console.log(import.meta.url);');
    await expect(built).rejects.toThrow('"import.meta" is not available with the "cjs" output format');
    await expect(bundleOfText('ingest', 'console.log(import.meta.dirname);')).resolves.toBeDefined();
  });

  test('the whole of zod would be seen', async () => {
    const heavy = await bundleOfText('ingest', "import { z } from 'zod'; console.log(z.string());");
    expect(holds(heavy, 'classic')).toBe(true);
  });

  test('each holds the AWS clients it uses, in its code or beside it, and no others', () => {
    const byName = Object.fromEntries(
      bundles.map(({ name, clients }) => [
        name,
        clients.map((its) => its.replace('@aws-sdk/client-', '')).sort(),
      ]),
    );
    expect(byName).toEqual({
      ingest: ['dynamodb', 'eventbridge', 'scheduler', 'secrets-manager', 'sqs'],
      sender: ['dynamodb', 'eventbridge', 'scheduler', 'secrets-manager', 'sesv2', 'sqs'],
      feedback: ['dynamodb', 'secrets-manager', 'sqs'],
      pages: ['dynamodb', 'eventbridge', 'scheduler', 'secrets-manager', 'sqs'],
      reconcile: ['dynamodb', 'sesv2', 'sqs'],
    });
  });
});
