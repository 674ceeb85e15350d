/** `npm run demo`: see `--help`. */
import { demoCommand } from './options.ts';
import { runDemo } from './run.ts';
import { runAsCommand } from './run-as-command.ts';

await runAsCommand((run) =>
  demoCommand((options) => run((streams, signal) => runDemo(options, streams, signal))),
);
