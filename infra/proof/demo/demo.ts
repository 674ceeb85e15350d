/** `npm run demo`: see `--help`. */
import { runAsCommand } from '../../terminal/run-as-command.ts';
import { demoCommand } from './options.ts';
import { runDemo } from './run.ts';

await runAsCommand((run) =>
  demoCommand((options) => run((streams, signal) => runDemo(options, streams, signal))),
);
