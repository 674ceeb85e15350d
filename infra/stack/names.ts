/** The name of every resource of one deployment: each carries store and stage. */
import type { Settings } from '../../shared/settings/settings.ts';

export const queueRoles = ['intake', 'transactional', 'marketing', 'feedback'] as const;
export type QueueRole = (typeof queueRoles)[number];
export type FunctionName = 'ingest' | 'sender' | 'feedback' | 'pages' | 'reconcile';

export function namesOf(settings: Pick<Settings, 'store' | 'stage' | 'busName'>) {
  const prefix = `tsunagu-${settings.store}-${settings.stage}`;
  return {
    prefix,
    stack: prefix,
    bus: settings.busName,
    /** An archive's name holds 48 characters. */
    archive: `${settings.store}-${settings.stage}`,
    rule: `${prefix}-wanted`,
    misnamedRule: `${prefix}-misnamed`,
    misplacedRule: `${prefix}-misplaced`,
    /** A dot is in no store or stage, so that no other deployment's archive has this name. */
    shopifyArchive: `${settings.store}-${settings.stage}.shop`,
    shopifyRule: `${prefix}-shopify`,
    feedbackRule: `${prefix}-ses-events`,
    sweepRule: `${prefix}-sweep`,
    tables: { records: `${prefix}-records`, beside: `${prefix}-beside` },
    sweepIndex: 'sweep',
    secret: `${prefix}-keys`,
    scheduleGroup: prefix,
    schedulerRole: `${prefix}-scheduler`,
    api: `${prefix}-links`,
    producerPolicy: `${prefix}-producer`,
    commandPolicy: `${prefix}-commands`,
    alarms: `${prefix}-alarms`,
    alarm: (id: string) => `${prefix}-${id}`,
    dashboard: prefix,
    /** Logs Insights shows the part before the slash as a folder. */
    byScenario: `${prefix}/by scenario`,
    queue: (role: QueueRole) => `${prefix}-${role}`,
    deadLetters: (role: QueueRole) => `${prefix}-${role}-dead`,
    ruleDeadLetters: `${prefix}-rules-dead`,
    timerDeadLetters: `${prefix}-timers-dead`,
    /** Names of events, and never the events. */
    unknownEvents: `${prefix}-unknown-dead`,
    function: (name: FunctionName) => `${prefix}-${name}`,
    configurationSet: (lane: 'transactional' | 'marketing') => `${prefix}-${lane}`,
  } as const;
}

export type StackNames = ReturnType<typeof namesOf>;
