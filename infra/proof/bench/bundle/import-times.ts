/**
 * How much processor time a bundle takes to load, as Lambda loads it, against the AWS clients in it alone, built the same
 * way: a ratio, because machines differ, and processor time, because they are busy.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { processEnvironment } from '../../../../shared/settings/process-environment.ts';
import { type Bundle, bundleOfText, layOut } from './bundles.ts';

const run = promisify(execFile);

export interface ImportTime {
  readonly bundle_ms: number;
  /** The clients as the SDK brings them: what a bundle leaves out of them is a part of what it saves. */
  readonly bareClients_ms: number;
  readonly ratio: number;
  /** The clients without what the bundle leaves out. */
  readonly leanClients_ms: number;
  readonly ratioToLean: number;
}

const client: Readonly<Record<string, string>> = {
  '@aws-sdk/client-dynamodb': 'DynamoDBClient',
  '@aws-sdk/client-eventbridge': 'EventBridgeClient',
  '@aws-sdk/client-scheduler': 'SchedulerClient',
  '@aws-sdk/client-secrets-manager': 'SecretsManagerClient',
  '@aws-sdk/client-sesv2': 'SESv2Client',
  '@aws-sdk/client-sqs': 'SQSClient',
};

/** The clients that a function uses, made and no more. */
function bareClients({ clients }: Bundle): string {
  const used = Object.entries(client).filter(([name]) => clients.includes(name));
  const imports = used.map(([name, made]) => `import { ${made} } from '${name}';`);
  return `${imports.join('\n')}\nexport const clients = [${used.map(([, made]) => `new ${made}({})`).join(', ')}];`;
}

/** The median of `times` runs of each, taken in turns, every run a process of its own. */
export async function importTime(
  bundle: Bundle,
  environment: Record<string, string>,
  times = 7,
): Promise<ImportTime> {
  const bare = await bundleOfText(bundle.name, bareClients(bundle), []);
  const lean = await bundleOfText(bundle.name, bareClients(bundle));
  const folder = await mkdtemp(join(tmpdir(), 'tsunagu-bench-'));
  try {
    const files = [await layOut(bundle, folder), join(folder, 'bare.js'), join(folder, 'lean.js')] as const;
    await writeFile(files[1], bare.code);
    await writeFile(files[2], lean.code);
    const taken: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < times; round += 1) {
      for (const nth of [0, 1, 2] as const) taken[nth].push(await importOnce(files[nth], environment));
    }
    const [bundle_ms, bareClients_ms, leanClients_ms] = [
      median(taken[0]),
      median(taken[1]),
      median(taken[2]),
    ];
    const [ratio, ratioToLean] = [bundle_ms / bareClients_ms, bundle_ms / leanClients_ms];
    return { bundle_ms, bareClients_ms, ratio, leanClients_ms, ratioToLean };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function importOnce(file: string, environment: Record<string, string>): Promise<number> {
  const program = [
    'const before = process.cpuUsage();',
    `require(${JSON.stringify(file)});`,
    'const { user, system } = process.cpuUsage(before);',
    "console.log('took ' + (user + system) / 1000);",
    'process.exit(0);',
  ].join('\n');
  const { stdout } = await run(process.execPath, ['-e', program], {
    env: { PATH: processEnvironment().PATH ?? '', ...environment },
  });
  return Number(/took ([\d.]+)/.exec(stdout)?.[1]);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
