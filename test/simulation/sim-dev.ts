import { allFaults } from './faults.ts';
import { simulate } from './simulation.ts';

const [from, to, customers, days, faults = 'all', scenarios] = process.argv.slice(2);
let steps = 0;
const t = Date.now();
for (let seed = Number(from); seed <= Number(to); seed++) {
  const r = await simulate({
    seed,
    customers: Number(customers),
    days: Number(days),
    faults: faults === 'all' ? allFaults : faults === 'none' ? [] : (faults.split(',') as any),
    scenarios: scenarios as any,
    keepTrace: from === to,
  });
  steps += r.steps;
  console.log(
    seed,
    r.steps,
    'mails',
    r.mails,
    JSON.stringify(r.end),
    r.violation ? JSON.stringify(r.violation) : '',
  );
  if (r.violation && from === to) {
    const id = /^[0-9a-f]{32}|c[-\w]+/.exec(r.violation.detail)?.[0] ?? 'zz';
    console.log(r.trace.lines.slice(-40).join('\n'));
  }
}
console.log(steps, 'steps', (Date.now() - t) / 1000, 's', (steps / (Date.now() - t)) * 1000, '/s');
