/** `npm run ops -- …` */
import { processTerminal } from '../../terminal/report.ts';
import { runOps } from './ops-program.ts';

process.exitCode = await runOps(process.argv.slice(2), processTerminal);
