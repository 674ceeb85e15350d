import { expect, test } from 'vitest';
import { processesIn, treeOf } from '../../../../infra/proof/memory/resident.ts';

/** As `ps -A -o pid=,ppid=,rss=,args=` prints it. */
const listed = `
    1     0   1024 /sbin/init
  400     1 102400 node infra/laptop/start.ts --port 0
  401   400 204800 node --stack-trace-limit=0 /shop/infra/laptop/table/dynalite-process.ts
  402   401  51200 java -jar DynamoDBLocal.jar
  500     1 409600 node infra/laptop/start.ts
`;

test('a process counts with all that it began, and nobody else does', () => {
  const found = treeOf(400, processesIn(listed));
  expect(found.map(({ id, resident_megabytes }) => [id, resident_megabytes])).toEqual([
    [400, 100],
    [401, 200],
    [402, 50],
  ]);
  expect(found.map(({ runs }) => runs)).toEqual(['start.ts', 'dynalite-process.ts', '']);
});
