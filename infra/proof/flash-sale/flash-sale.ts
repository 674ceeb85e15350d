/** `npm run flash-sale`: see `--help`. */
import { runAsCommand } from '../../terminal/run-as-command.ts';
import { type FlashSaleOptions, flashSaleCommand } from './options.ts';
import { playFlashSale } from './play.ts';
import { isKept, type PlayedAtRate, reportOf } from './report.ts';

/** Of AWS's large Regions. */
const largeRegion = 5000;

async function played(options: FlashSaleOptions): Promise<PlayedAtRate[]> {
  const all: PlayedAtRate[] = [];
  for (const rate of new Set([options.rate, largeRegion])) {
    all.push({ rate, sale: await playFlashSale({ ...options, rate }) });
  }
  return all;
}

await runAsCommand((run) =>
  flashSaleCommand((options) =>
    run(async ({ out }) => {
      const all = await played(options);
      out.write(options.json ? `${JSON.stringify(all, undefined, 2)}\n` : reportOf(options, all));
      return all.every((one) => isKept(options, one)) ? 0 : 1;
    }),
  ),
);
