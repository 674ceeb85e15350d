/** How much of a record order mail may fill that has not gone yet: all of it is sent, and what is more comes in a little later. */
import type { Customer } from '../record/customer.ts';
import { valueBytes } from '../values/item-size.ts';

/** Some thirty enrolments that keep as many fields as one may, or a hundred that keep few. */
const mostOpen_bytes = 24 * 1024;

/** True where an event has opened more transactional enrolments than there is room for beside those open before. */
export function hasTooMuchOpen(before: Customer, after: Customer): boolean {
  const [was, is] = [openBytes(before), openBytes(after)];
  return is > mostOpen_bytes && is > was;
}

const openBytes = ({ enrolments }: Customer): number =>
  enrolments
    .filter(({ lane, ended }) => lane === 'transactional' && !ended)
    .reduce((sum, enrolment) => sum + valueBytes(enrolment), 0);
