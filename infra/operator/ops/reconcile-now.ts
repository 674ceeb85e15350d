/** `reconcile now`: the sweep that else runs every quarter of an hour. */
import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { Swept } from '../../../shared/service/sweep/reconcile.ts';
import { OperatorRefusal } from '../../terminal/refusal.ts';
import type { Report } from '../../terminal/report.ts';
import type { Target } from '../target/target.ts';

export async function reconcileNow({ clients, names, called }: Target): Promise<Report> {
  const FunctionName = names.function('reconcile');
  const answer = await clients.lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  const text = answer.Payload ? Buffer.from(answer.Payload).toString('utf8') : 'null';
  if (answer.FunctionError) {
    throw new OperatorRefusal(`${FunctionName} failed; its log group says why: ${text.slice(0, 300)}`);
  }
  const swept = JSON.parse(text) as Swept;
  const done = swept.onlyCounted
    ? 'The transactional lane is far behind, so nothing was enqueued: what is overdue most likely waits in it.'
    : `${swept.enqueued} timers were put into their lanes again.`;
  return {
    lines: [
      `${called}: ${swept.overdue} customers with order mail overdue. ${done}`,
      'All others are found by a round through all records, begun once an hour.',
    ],
    data: swept,
  };
}
