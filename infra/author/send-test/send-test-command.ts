/** `send-test`: lets somebody see a message in a mailbox of her own before customers do. */
import type { Command } from 'commander';
import { closeClients } from '../../operator/target/clients.ts';
import { openTarget } from '../../operator/target/target.ts';
import { WrongUsage } from '../../terminal/refusal.ts';
import { acting } from '../acting.ts';
import { readJsonFile } from '../event/event-file.ts';
import { loadLibrary, productRoot } from '../library.ts';
import { sendTest } from './send-test.ts';

interface Options {
  readonly to: string;
  readonly customer?: string;
  readonly locale?: string;
  readonly local?: boolean | string;
}

export function addSendTest(program: Command): void {
  program
    .command('send-test <scenario> <step>')
    .description('sends one message to one address through SES, marked as a test and counted nowhere')
    .requiredOption('--to <address>', 'where it goes')
    .option('--customer <file>', 'fields of the customer, as JSON (else those of a sample)')
    .option('--locale <locale>', 'ja or en')
    .option('--local [url]', 'through the embedded cloud of "npm start" instead of AWS')
    .action(
      acting<Options>(async ([scenario = '', step = ''], { to, customer, locale, local }) => {
        const { scenarios } = await loadLibrary(productRoot);
        const { clients, settings } = openTarget({ local });
        try {
          const asked = { scenario, step, to, locale, customer: fieldsOf(customer) };
          return await sendTest(asked, { scenarios, settings, ses: clients.ses });
        } finally {
          closeClients(clients);
        }
      }),
    );
}

function fieldsOf(path: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (path === undefined) return undefined;
  const value = readJsonFile(path);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new WrongUsage(`--customer ${path} holds no JSON object: give one.`);
}
