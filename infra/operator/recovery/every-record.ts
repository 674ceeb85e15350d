/** Every customer's record, as it is at the present moment, some side by side. */
import { atPresent } from '../../../shared/core/enrolments/sleep/to-the-present.ts';
import type { Customer } from '../../../shared/core/record/customer.ts';
import type { Surroundings } from '../../../shared/core/record/surroundings.ts';
import type { World } from '../../../shared/ports/world.ts';
import { eachCustomer } from './everyone.ts';
import { isNotUnderstood } from './not-understood.ts';

const together = 20;

/** Resolves to how many were left out because newer code wrote them. One that was joined into another is not told. */
export async function everyRecord(
  { customers, everybody }: Pick<World, 'customers' | 'everybody'>,
  around: Surroundings,
  told: (customer: Customer) => void | Promise<void>,
): Promise<number> {
  let notUnderstood = 0;
  const one = async (id: string) => {
    try {
      const customer = await customers.load(id);
      if (customer && customer.mergedInto === undefined) await told(atPresent(customer, around));
    } catch (error) {
      if (!isNotUnderstood(error)) throw error;
      notUnderstood += 1;
    }
  };
  await eachCustomer(
    everybody,
    0,
    async (ids) => {
      for (let start = 0; start < ids.length; start += together)
        await Promise.all(ids.slice(start, start + together).map(one));
    },
    () => {},
  );
  return notUnderstood;
}
