/** `npm run smoke -- …` */
import { processTerminal } from './report.ts';
import { runSmokeProgram } from './smoke-program.ts';

process.exitCode = await runSmokeProgram(process.argv.slice(2), processTerminal);
