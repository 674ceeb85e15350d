/** `npm run faults`: see `--help`. */
import { runAsCommand } from '../../terminal/run-as-command.ts';
import { faultsCommand } from './options.ts';
import { runFaults } from './run.ts';

await runAsCommand((run) =>
  faultsCommand((options) => run((streams, signal) => runFaults(options, streams, signal))),
);
