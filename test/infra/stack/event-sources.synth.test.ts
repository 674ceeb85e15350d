import { expect, test } from 'vitest';
import { exampleTemplate } from './example-stack.ts';
import { read } from './readable-template.ts';

const at = 'tsunagu-mori-production';
const production = exampleTemplate({ stage: 'production' });

test('every queue feeds its function in batches that may fail in part', () => {
  const sources = Object.values(production.findResources('AWS::Lambda::EventSourceMapping')).map(
    ({ Properties: source }) => ({
      queue: read(production, source.EventSourceArn),
      function: read(production, source.FunctionName),
      batch: source.BatchSize,
      window: source.MaximumBatchingWindowInSeconds,
      workers: source.ScalingConfig?.MaximumConcurrency,
      answers: source.FunctionResponseTypes,
    }),
  );
  const answers = ['ReportBatchItemFailures'];
  // The 14 mails a second of the example: seven that make two calls, or four that make three.
  expect(sources).toEqual([
    { queue: `${at}-intake`, function: `${at}-ingest`, batch: 10, answers },
    { queue: `${at}-transactional`, function: `${at}-sender`, batch: 10, workers: 7, answers },
    { queue: `${at}-marketing`, function: `${at}-sender`, batch: 10, workers: 4, answers },
    { queue: `${at}-feedback`, function: `${at}-feedback`, batch: 100, window: 30, answers },
  ]);
});
