/** `npm run customer -- …` */
import { processTerminal } from '../../terminal/report.ts';
import { runCustomer } from './customer-program.ts';

process.exitCode = await runCustomer(process.argv.slice(2), processTerminal);
