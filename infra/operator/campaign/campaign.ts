/** `npm run campaign -- …` */
import { processTerminal } from '../../terminal/report.ts';
import { runCampaign } from './campaign-program.ts';

process.exitCode = await runCampaign(process.argv.slice(2), processTerminal);
