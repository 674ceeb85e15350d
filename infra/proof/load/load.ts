/** `npm run load`: see `--help`. */
import { runAsCommand } from '../../terminal/run-as-command.ts';
import { loadCommand } from './options.ts';
import { playLoad } from './play.ts';
import { loadReport, promisesOf } from './report.ts';

await runAsCommand((run) =>
  loadCommand((options) =>
    run(async ({ out, err }) => {
      const played = await playLoad(options, (line) => void err.write(`${line}\n`));
      const promises = promisesOf(options, played);
      out.write(
        options.json ? `${JSON.stringify({ ...played, promises }, undefined, 2)}\n` : loadReport(promises),
      );
      return promises.every(({ isKept }) => isKept) ? 0 : 1;
    }),
  ),
);
