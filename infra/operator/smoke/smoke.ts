/** `npm run smoke -- …` */
import { processTerminal } from '../../terminal/report.ts';
import { runSmokeProgram } from './smoke-program.ts';

process.exitCode = await runSmokeProgram(process.argv.slice(2), processTerminal);
