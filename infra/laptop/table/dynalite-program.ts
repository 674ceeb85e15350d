/** dynalite behind the listener, in this thread, with what is asked most answered before it. */
import { liveWithParent } from '../parent.ts';
import { listenInFront } from './database-front.ts';
import { dynaliteWithin } from './dynalite-within.ts';
import { HotItems } from './hot-items.ts';

liveWithParent();
listenInFront(dynaliteWithin(), (ask, parts) => new HotItems(ask, parts));
