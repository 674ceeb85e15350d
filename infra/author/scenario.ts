/** `npm run scenario -- …` */
import { processTerminal } from '../terminal/report.ts';
import { runScenario } from './scenario-program.ts';

const code = await runScenario(process.argv.slice(2), processTerminal);
if (code !== 0) process.exitCode = code;
