/** dynalite behind the listener, in this thread, with what is asked most answered before it. */
import { listenInFront } from './database-front.ts';
import { dynaliteWithin } from './dynalite-within.ts';
import { HotItems } from './hot-items.ts';

listenInFront(dynaliteWithin(), (ask, parts) => new HotItems(ask, parts));
