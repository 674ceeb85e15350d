/** dynalite behind the listener, in this process, with what is asked most answered before it. */
import { listenInFront } from './database-front.ts';
import { dynaliteWithin } from './dynalite-within.ts';
import { HotItems } from './hot-items.ts';

const database = dynaliteWithin();
const items = new HotItems(database.ask);

listenInFront((incoming, outgoing, { bytes, body, operation, input }) => {
  const isSigned = incoming.headers.authorization?.includes('Signature=');
  const answer = input && isSigned ? items.answer(operation, input, bytes) : undefined;
  if (answer) return answer;
  const done = new Promise<void>((resolve) => outgoing.on('finish', resolve).on('close', resolve));
  const pass = () => {
    database.answer(incoming, outgoing, body());
    return done;
  };
  items.askAlone(operation, input ?? {}, pass).catch((error: unknown) => outgoing.destroy(error as Error));
  return undefined;
});
