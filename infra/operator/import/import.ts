/** `npm run import -- …` */
import { processTerminal } from '../../terminal/report.ts';
import { runImport } from './import-program.ts';

process.exitCode = await runImport(process.argv.slice(2), processTerminal);
