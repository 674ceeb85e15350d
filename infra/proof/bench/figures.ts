/** Everything the bench finds, in one plain object: what `--json` prints, and what the report and the tests read. */
import { scenarios, segments } from '../../../shared/library.ts';
import { readSettings } from '../../stack/read-settings.ts';
import { cdkSettings } from './cdk-settings.ts';
import { idleAfterFreeTiers, idleLines, idleParts } from './cost/idle.ts';
import { type Line, total } from './cost/lines.ts';
import { monthBill, stores } from './cost/month.ts';
import {
  freeTimersAMonth,
  prices,
  pricesAsOf,
  type Region,
  unknownPrices,
  yenForDollar,
} from './cost/prices.ts';
import { durableCost, stepFunctionsCost } from './cost/rivals.ts';
import { costOf, type Piece, pieces } from './cost/work.ts';
import type { MeasuredKind, Measurements } from './lab/measure.ts';

/** The arithmetic of a million of something. */
export interface Sum {
  readonly usd: number;
  readonly lines: readonly Line[];
}

const sumOf = (lines: readonly Line[]): Sum => ({ usd: total(lines), lines });

/** The wanted events of one order: placed, shipped, delivered. */
const eventsOfOrder: readonly MeasuredKind[] = ['event-known', 'event-moves', 'event-moves'];

/** Sent and delivered in two batches: the dearer of the two ways they may come. */
const feedbackOfMail: readonly MeasuredKind[] = ['feedback-sent'];

function millions(
  kinds: readonly MeasuredKind[],
  piecesOf: Readonly<Record<MeasuredKind, Piece>>,
  region: Region,
): Line[] {
  return kinds.flatMap((kind) => costOf(piecesOf[kind], prices[region]));
}

function inRegion(piecesOf: Readonly<Record<MeasuredKind, Piece>>, region: Region) {
  const at = prices[region];
  const settings = readSettings(cdkSettings());
  const has = idleParts(settings, { scenarios, segments });
  const step = piecesOf['step-sent'];
  const idle = sumOf(idleLines(has, piecesOf['sweep-idle'], at));
  return {
    steps: sumOf(costOf(step, at)),
    stepsBeyondFreeTimers: sumOf(costOf(step, at, { paidTimers: 1 })),
    feedback: sumOf(millions(feedbackOfMail, piecesOf, region)),
    events: { usd: total(millions(eventsOfOrder, piecesOf, region)) / eventsOfOrder.length },
    eventKinds: Object.fromEntries(
      (Object.keys(piecesOf) as MeasuredKind[]).map((kind) => [kind, total(costOf(piecesOf[kind], at))]),
    ) as Record<MeasuredKind, number>,
    stepFunctions: sumOf(stepFunctionsCost(step, at, false)),
    stepFunctionsWithChoice: sumOf(stepFunctionsCost(step, at, true)),
    durable: sumOf(durableCost(step, at, false)),
    durableWithDecision: sumOf(durableCost(step, at, true)),
    reputation: has,
    idle,
    idleAfterFreeTiers: sumOf(idleAfterFreeTiers(has, piecesOf['sweep-idle'], at)),
    months: stores.map((store) => monthBill(store, piecesOf, idle.usd, at)),
  };
}

/** What the paced wait adds: a worker that waits for its turn is billed while it waits. */
function pacing() {
  const { sendRate, laneShares, laneConcurrency } = readSettings(cdkSettings());
  const interval_ms = (1000 * laneConcurrency.marketing) / (0.75 * sendRate * laneShares.marketing);
  return { sendRate, workers: laneConcurrency.marketing, interval_ms };
}

export function figures(measurements: Measurements) {
  const piecesOf = pieces(measurements);
  const virginia = inRegion(piecesOf, 'us-east-1');
  return {
    pricesAsOf,
    perMillionSteps: {
      usd: virginia.steps.usd,
      usdBeyondFreeTimers: virginia.stepsBeyondFreeTimers.usd,
      feedbackUsd: virginia.feedback.usd,
      allInUsd: virginia.steps.usd + virginia.feedback.usd,
      stepFunctionsUsd: virginia.stepFunctions.usd,
      stepFunctionsWithChoiceUsd: virginia.stepFunctionsWithChoice.usd,
      durableUsd: virginia.durable.usd,
      durableWithDecisionUsd: virginia.durableWithDecision.usd,
    },
    perMillionEvents: virginia.events,
    perStep: piecesOf['step-sent'],
    perKind: piecesOf,
    idleUsdPerMonth: virginia.idle.usd,
    pacing: pacing(),
    freeTimersAMonth,
    yenForDollar,
    unknownPrices,
    regions: { 'us-east-1': virginia, 'ap-northeast-1': inRegion(piecesOf, 'ap-northeast-1') },
  };
}

export type Figures = ReturnType<typeof figures>;
