/** `npm start` as a process: what it prints, and that it leaves nothing behind. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..', '..');

function start(command: string, ...more: string[]) {
  const child = spawn(command, more, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listen = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const says = (words: string) => expect.poll(() => output, { timeout: 60_000 }).toContain(words);
  return { child, says, text: () => output };
}

/** The processes of a group that still run, zombies left out. */
function running(group: number): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => {
    const [pgid, state] = line.trim().split(/\s+/);
    return Number(pgid) === group && !state?.startsWith('Z');
  });
}

async function nobodyLeft(child: ChildProcess) {
  const { pid } = child;
  if (pid === undefined) throw new Error('the process never began');
  await expect.poll(() => running(pid), { timeout: 30_000 }).toEqual([]);
}

const node = path.join(root, 'node_modules', '.bin', 'node');
const program = path.join('infra', 'laptop', 'start.ts');

test('it tells where it is and how to use it, and SIGTERM ends it with its processes', async () => {
  const { child, says, text } = start(node, program, '--port', '0');
  await says('Stop with Ctrl-C');
  expect(text()).toMatch(/aws events put-events --endpoint-url http:\/\/localhost:\d+/);
  expect(text()).toContain('Bus "tsunagu"');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  await nobodyLeft(child);
});

test('under npm, Ctrl-C reaches the whole group and nothing is left', async () => {
  const { child, says } = start('npm', 'start', '--', '--port', '0');
  await says('Stop with Ctrl-C');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await nobodyLeft(child);
});

test('under npm, SIGTERM to npm alone leaves nothing either', async () => {
  const { child, says } = start('npm', 'start', '--', '--port', '0');
  await says('Stop with Ctrl-C');
  child.kill('SIGTERM');
  await nobodyLeft(child);
});

test('a cloud that is killed takes its processes along', async () => {
  const { child, says } = start(node, program, '--port', '0');
  await says('Stop with Ctrl-C');
  child.kill('SIGKILL');
  await nobodyLeft(child);
});

test('a port that is no number is refused', async () => {
  const { child, says } = start(node, program, '--port', 'x');
  await says('A port is a number');
  await nobodyLeft(child);
});
