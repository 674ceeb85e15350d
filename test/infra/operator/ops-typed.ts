import type { Cloud } from '../../../infra/laptop/cloud.ts';
import { runOps } from '../../../infra/operator/ops/ops-program.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { recordingTerminal } from './terminal.ts';

/** The operator's commands as they are typed, against a cloud that runs by then. */
export function opsOn(cloud: () => Cloud) {
  async function ops(...words: string[]) {
    const terminal = recordingTerminal();
    const code = await runOps([...words, '--local', cloud().url], terminal);
    return { code, lines: terminal.said.out.trim().split('\n'), ...terminal.said };
  }

  async function json(...words: string[]): Promise<FreeJson> {
    const { code, out } = await ops(...words, '--json');
    return { code, ...JSON.parse(out) };
  }

  return { ops, json };
}
