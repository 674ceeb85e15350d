/** How far a rehearsal has come, on a terminal alone. */
import { SingleBar } from 'cli-progress';

/** @param lives how many there are to be lived. The answer is called after each. */
export function reachBar(lives: number): () => void {
  const stream = process.stderr;
  if (!stream.isTTY) return () => {};
  const bar = new SingleBar({
    format: '{bar} {value}/{total} customers  {eta_formatted} left',
    stream,
    barsize: 24,
  });
  bar.start(lives, 0);
  let lived = 0;
  return () => {
    lived += 1;
    bar.increment();
    if (lived === lives) bar.stop();
  };
}
