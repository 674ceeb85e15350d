import { expect, test } from 'vitest';
import { type DemoOptions, demoCommand } from '../../../../infra/proof/demo/options.ts';

async function parsed(...args: string[]): Promise<DemoOptions | undefined> {
  let options: DemoOptions | undefined;
  const command = demoCommand(async (given) => {
    options = given;
  });
  command.exitOverride().configureOutput({ writeErr: () => {} });
  await command.parseAsync(args, { from: 'user' });
  return options;
}

test('all options are read', async () => {
  const options = await parsed('--customers', '5', '--until', '2014-12-31', '--events', 'a.ndjson', '--json');
  expect(options).toMatchObject({ customers: 5, events: 'a.ndjson', json: true });
  expect(String(options?.until)).toBe('2014-12-31');
});

test('until may be a moment', async () => {
  const options = await parsed('--until', '2014-12-31T12:00:00-05:00');
  expect(String(options?.until)).toBe('2014-12-31T17:00:00Z');
});

test.each([
  ['--customers', '0'],
  ['--customers', '1.5'],
  ['--customers', 'five'],
  ['--until', 'soon'],
  ['--until', '2014-02-31'],
  ['--until', '2014-12-31T12:00:00'],
  ['--colour', 'red'],
])('%s %s is refused', async (...args) => {
  await expect(parsed(...args)).rejects.toThrow();
});
