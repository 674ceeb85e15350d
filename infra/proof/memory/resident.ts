/** What a process and all that it began hold of the machine's memory, as `ps` tells it. */
import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Process {
  readonly id: number;
  readonly parent: number;
  /** Pages that are in memory now, those it shares with others counted in full. */
  readonly resident_megabytes: number;
  /** The file it runs and what it was given. */
  readonly runs: string;
}

/** Reads lines of `pid ppid rss command`; `rss` is in KB. */
export function processesIn(listed: string): Process[] {
  return listed.split('\n').flatMap((line) => {
    const [, id, parent, kilobytes, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (id === undefined) return [];
    const files = command.split(' ').filter((word) => /\.[cm]?[jt]s$/.test(word));
    return [
      {
        id: Number(id),
        parent: Number(parent),
        resident_megabytes: Number(kilobytes) / 1024,
        runs: files
          .map((file) =>
            /make-handler/.test(file) ? basename(file.replace(/\/[^/]*$/, '')) : basename(file),
          )
          .join(' '),
      },
    ];
  });
}

/** The process and its children, theirs too. */
export function treeOf(root: number, all: readonly Process[]): Process[] {
  const found = all.filter(({ id }) => id === root);
  for (const { id } of found) found.push(...all.filter(({ parent }) => parent === id));
  return found;
}

export async function residentBelow(root: number): Promise<Process[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,rss=,args=']);
  return treeOf(root, processesIn(stdout));
}
