/**
 * What a customer allowed, told from her words alone. The rules are the product's, the telling is not the engine's:
 * here all her words are kept and asked anew, so that the order in which they came cannot matter.
 */
import { isDefaultTopic, type Topic, topics } from '../../shared/core/values/topic.ts';
import type { StorefrontAct } from './storefront-desk.ts';

/** One word on consent. `box`: a tick box, as against an explicit word; `about` is of explicit words alone. */
export interface ConsentStatement {
  readonly at_ms: number;
  readonly granted: boolean;
  readonly box: boolean;
  readonly about: readonly (Topic | 'all')[];
  /** Where it is not about mail. */
  readonly channel?: OwnChannel;
}

/** Channels beside mail of which she may say something of their own. */
type OwnChannel = 'line' | 'push';
const ownChannels: readonly OwnChannel[] = ['line', 'push'];

/** The word that an act says, if any. An empty box speaks only where it is about herself, not about an order. */
export function statementOf(act: StorefrontAct, at_ms: number): ConsentStatement | undefined {
  if (act.name === 'ConsentChanged') return explicitStatement(act, at_ms);
  const ticked = act.detail.customer.acceptsMarketing;
  if (ticked === undefined) return undefined;
  const aboutHerself = act.name === 'CustomerRegistered' || act.name === 'CustomerUpdated';
  return ticked || aboutHerself ? { at_ms, granted: ticked, box: true, about: [] } : undefined;
}

function explicitStatement(act: StorefrontAct, at_ms: number): ConsentStatement | undefined {
  const said = act.detail.consent as { channel?: string; topics?: readonly string[]; granted: boolean };
  const channel = ownChannels.find((one) => one === said.channel);
  if (channel === undefined && !isMail(said.channel)) return undefined;
  const named = topics.filter((topic) => said.topics?.includes(topic));
  // A denial in a word that nobody knows is one of everything.
  const about = named.length > 0 && !said.topics?.includes('all') ? named : (['all'] as const);
  return { at_ms, granted: said.granted, box: false, about, ...(channel ? { channel } : {}) };
}

const isMail = (channel = 'email') => ['email', 'E-Mail'].includes(channel);

export type Answer = 'yes' | 'no' | 'open';

/**
 * Whether her words allow a message: those on its channel where there are any on the topic, else those on mail. On a channel
 * of her own where she has said nothing nobody is reached.
 */
export function allowsBy(words: readonly ConsentStatement[], topic: Topic, by: string | undefined): Answer {
  const names = isDefaultTopic(topic) ? [topic, 'all'] : [topic];
  const own = words.filter(({ channel }) => channel !== undefined && channel === by);
  if (ownChannels.some((one) => one === by) && own.length === 0) return 'no';
  if (own.some(({ about }) => about.some((one) => names.includes(one)))) return allows(own, topic);
  return allows(
    words.filter(({ channel }) => channel === undefined),
    topic,
  );
}

/**
 * Whether her words allow mail on a topic:
 * - the last explicit word on the topic or on all decides; a denial no tick of a box ever lifts;
 * - a box emptied after whatever had granted withdraws it;
 * - a box ticked grants where nothing was said; ticked again after such a withdrawal the rules are silent on the
 *   order of arrival, and the answer is open, as it is where two words of opposite meaning bear the same time.
 */
export function allows(words: readonly ConsentStatement[], topic: Topic): Answer {
  if (!isDefaultTopic(topic)) return allowsByName(words, topic);
  const explicit = words.filter(({ about }) => about.includes(topic) || about.includes('all'));
  const last_ms = latestOf(explicit);
  const decisive = explicit.filter(({ at_ms }) => at_ms === last_ms);
  if (decisive.length > 0 && decisive.every(({ granted }) => !granted)) return 'no';
  const boxes = words.filter(({ box }) => box);
  const ticks = boxes.filter(({ granted, at_ms }) => granted && at_ms >= (last_ms ?? at_ms));
  const granted_ms = last_ms ?? earliestOf(ticks);
  if (granted_ms === undefined) return 'no';
  const emptied = boxes.filter(({ granted, at_ms }) => !granted && at_ms >= granted_ms);
  if (emptied.length === 0) return decisive.some(({ granted }) => !granted) ? 'open' : 'yes';
  const emptied_ms = latestOf(emptied) as number;
  const tickedSince = ticks.some(({ at_ms }) => at_ms >= emptied_ms);
  return tickedSince || emptied_ms === granted_ms ? 'open' : 'no';
}

/**
 * Of a topic that she must ask for by its name: only her own word on it grants, while a denial of all and an emptied
 * box end it. What grants all does not bring it back; where that came after such an end the order of arrival may count,
 * and the answer is open.
 */
function allowsByName(words: readonly ConsentStatement[], topic: Topic): Answer {
  const grants = words.filter(({ about, granted }) => granted && about.includes(topic));
  const granted_ms = latestOf(grants);
  if (granted_ms === undefined) return 'no';
  const ends = words.filter(({ granted, box, about, at_ms }) => {
    return !granted && at_ms >= granted_ms && (box || about.includes(topic) || about.includes('all'));
  });
  const ended_ms = latestOf(ends);
  if (ended_ms === undefined) return 'yes';
  const grantedSince = words.some(
    ({ granted, box, about, at_ms }) => granted && at_ms >= granted_ms && (box || about.includes('all')),
  );
  const isDenied = ends.some(({ about, at_ms }) => about.includes(topic) && at_ms > granted_ms);
  return (grantedSince && !isDenied) || ended_ms === granted_ms ? 'open' : 'no';
}

function latestOf(words: readonly ConsentStatement[]): number | undefined {
  return words.length > 0 ? Math.max(...words.map(({ at_ms }) => at_ms)) : undefined;
}

function earliestOf(words: readonly ConsentStatement[]): number | undefined {
  return words.length > 0 ? Math.min(...words.map(({ at_ms }) => at_ms)) : undefined;
}
