/** What each step does, as a marketer would say it. */
import type {
  Emit,
  MessageStep,
  SetFact,
  Step,
  Wait,
  WaitUntil,
} from '../../../shared/core/language/steps.ts';
import { durationInWords, eventInWords, filterInWords } from './in-words.ts';

const anchors = { entry: 'the entry', order: 'the order', arrived: 'the parcel arrived' } as const;

export function stepInWords(step: Step): string {
  switch (step.kind) {
    case 'wait':
      return waitInWords(step);
    case 'send':
      return `sends "${step.template}"${manner(step)}`;
    case 'series': {
      const count = step.count === undefined ? 'all its numbers' : `${step.count} numbers`;
      return `sends ${count} of "${step.template}", one each ${durationInWords(step.every)} at ${step.at}${manner(step)}`;
    }
    case 'branch': {
      const ways = step.when.map((way) => `to "${way.then}" if ${filterInWords(way.if)}`);
      return `leads ${[...ways, `else to "${step.else}"`].join(', ')}`;
    }
    case 'split':
      return `splits ${step.ways.map((way) => `${way.weight} as "${way.variant}" to "${way.then}"`).join(', ')}`;
    case 'set':
      return setInWords(step);
    case 'emit':
      return emitInWords(step);
    case 'repeat':
      return `goes back to "${step.from}", at most ${step.atMost} times`;
    case 'goto':
      return `goes to "${step.to}"`;
    case 'exit':
      return step.outcome === undefined ? 'ends it' : `ends it as "${step.outcome}"`;
    default:
      return `is ${JSON.stringify(step satisfies never)}`;
  }
}

function waitInWords(step: Wait): string {
  if ('for' in step) return `waits ${durationInWords(step.for)}`;
  if ('until' in step) return dayInWords(step.until);
  if ('next' in step) return `waits until the next ${step.next.join(', ')} at ${step.at}`;
  if ('event' in step) {
    return `waits for ${eventInWords(step.event)}, then "${step.then}"; after ${durationInWords(step.atMost)} "${step.else}"`;
  }
  const { offset, at, past } = step;
  const moved = offset ? ` moved by ${durationInWords(offset)}` : '';
  return `waits until ${step.date}${moved}${at ? ` at ${at}` : ''}${past ? `; if that is past, goes to "${past}"` : ''}`;
}

function dayInWords({ day, after, at, rhythm, ofSupply }: WaitUntil['until']): string {
  const named = rhythm ? ` (the rhythm’s “${rhythm}”)` : '';
  const bound =
    ofSupply === undefined ? '' : `, but no later than ${Math.round(ofSupply * 100)} % of the supply`;
  return `waits until day ${day}${named} after ${anchors[after]}${bound}, at ${at}`;
}

function manner({ channel, content, topic, expiry, before, coupon, survey, when }: MessageStep): string {
  const off = coupon && ('percent' in coupon.off ? `${coupon.off.percent} %` : `${coupon.off.amount}`);
  const parts = [
    channel && channel !== 'email' && `by ${channel}`,
    content && `as ${content}`,
    topic && `on ${topic}`,
    coupon && `with the coupon "${coupon.campaign}" (${off} off until day ${coupon.untilDay})`,
    survey && `with the survey "${survey}"`,
    when && `if ${filterInWords(when)}`,
    expiry && `which expires after ${durationInWords(expiry)}`,
    before && `only before ${before}`,
  ].filter(Boolean);
  return parts.map((part) => `, ${part}`).join('');
}

const listed = (fields: object) =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(', ');

function setInWords({ attributes, addLabels, removeLabels, category, score }: SetFact): string {
  const parts = [
    attributes && listed(attributes),
    addLabels && `the labels ${addLabels.join(', ')}`,
    removeLabels && `no label ${removeLabels.join(', ')}`,
    category && `the category ${category.set} "${category.is}"`,
    score !== undefined && `the score ${score > 0 ? '+' : ''}${score}`,
  ];
  return `sets ${parts.filter(Boolean).join(', ')}`;
}

function emitInWords({ event, detail, due }: Emit): string {
  const detailPhrase = detail ? ` with ${listed(detail)}` : '';
  return `publishes ${event}${detailPhrase}${due ? `, to be done in ${durationInWords(due)}` : ''}`;
}
