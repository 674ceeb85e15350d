/** `npm run ops -- …` */
import { runOps } from './ops-program.ts';
import { processTerminal } from './report.ts';

process.exitCode = await runOps(process.argv.slice(2), processTerminal);
