/** One deployment: one store and one stage, whole in one stack. */
import { Stack, Tags } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Asking } from '../../shared/core/language/profile-events.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { StoreBus } from './bus/event-bus.ts';
import { feedbackRule } from './bus/feedback-rule.ts';
import { addShopify } from './bus/shopify.ts';
import { sweepRule } from './bus/sweep-rule.ts';
import { StackTimers } from './bus/timers.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { templatesInBundle } from './functions/bundling.ts';
import { Links } from './functions/links.ts';
import { NodeFunction } from './functions/node-function.ts';
import { StackKeys } from './keys.ts';
import { MailDelivery } from './mail/mail.ts';
import { type FunctionName, namesOf } from './names.ts';
import { StackQueues } from './queues.ts';
import { deciding, StoreTables } from './store-tables.ts';
import { Alarms } from './watching/alarms.ts';
import { byScenarioQuery } from './watching/by-scenario-query.ts';
import { DeploymentDashboard } from './watching/dashboard.ts';
import { measuresOf } from './watching/measures.ts';

export interface TsunaguStackProps extends Asking {
  readonly settings: Settings;
  /** Stands in for the bundle of a function; the handler is bundled unless given. */
  readonly codeOf?: (name: FunctionName) => Code;
}

export class TsunaguStack extends Stack {
  private readonly deployment: Deployment;
  private readonly queues: StackQueues;
  private readonly tables: StoreTables;
  private readonly keys: StackKeys;
  private readonly timers: StackTimers;
  /** Those whose logs tell what became of a scenario's messages. */
  private readonly tellers: NodeFunction[] = [];

  /**
   * Runs in any account and region. Throws a `StackError` where settings or scenarios cannot be deployed, and
   * `TemplatesNotBuilt` before the templates are compiled.
   */
  constructor(scope: Construct, { settings, scenarios, segments, codeOf }: TsunaguStackProps) {
    const tags = { store: settings.store, stage: settings.stage };
    super(scope, namesOf(settings).stack, {
      stackName: namesOf(settings).stack,
      description: `Tsunagu: the lifecycle messages of ${settings.store}, ${settings.stage}`,
      terminationProtection: settings.stage === 'production',
      tags,
    });
    this.deployment = deploymentOf(settings, codeOf);
    this.queues = new StackQueues(this, this.deployment);
    this.tables = new StoreTables(this, this.deployment);
    this.keys = new StackKeys(this, this.deployment);
    this.timers = new StackTimers(this, this.deployment, this.queues);
    const mail = new MailDelivery(this, this.deployment);
    const asking = { scenarios, segments };
    const bus = new StoreBus(this, this.deployment, asking, this.queues);
    addShopify(this, this.deployment, asking, this.queues);
    feedbackRule(this, this.deployment, mail, this.queues);
    this.addIngest(bus);
    this.addSender(bus, mail, this.addPages(bus));
    this.addFeedback();
    this.addReconcile(mail);
    this.addWatch(asking);
    for (const [name, value] of Object.entries(tags)) Tags.of(this).add(name, value);
  }

  private addIngest(bus: StoreBus): void {
    const ingest = this.decider('ingest');
    this.queues.openBacklog(ingest);
    bus.open(ingest);
    this.queues.feed(ingest, 'ingest');
    this.queues.openIntake(ingest);
    this.tables.openEverybody(ingest);
    // To find all that lies under one customer's id, and take it away; to look away from whoever was woken.
    this.tables.open(ingest, { records: ['DeleteItem', 'UpdateItem'], beside: ['DeleteItem', 'Query'] });
  }

  private addPages(bus: StoreBus): Links {
    const pages = this.decider('pages');
    // To find the proofs of one customer's consent, and let the time run for them once it is withdrawn.
    this.tables.open(pages, { beside: ['Query'] });
    bus.open(pages);
    return new Links(this, this.deployment, pages);
  }

  private addSender(bus: StoreBus, mail: MailDelivery, links: Links): void {
    const sender = this.decider('sender');
    bus.open(sender);
    // With the right to take from both lanes comes that to ask how long they are, by which the sender paces.
    this.queues.feed(sender, 'sender');
    mail.open(sender);
    links.open(sender);
    sender.setEnvironment({ TEMPLATES_DIR: templatesInBundle });
  }

  private addFeedback(): void {
    const feedback = this.teller('feedback');
    // It hears of mails and addresses, and never touches a record.
    this.tables.open(feedback, { beside: ['GetItem', 'BatchGetItem', 'UpdateItem'] });
    this.keys.open(feedback);
    this.queues.feed(feedback, 'feedback');
    this.queues.openIntake(feedback);
  }

  private addReconcile(mail: MailDelivery): void {
    const reconcile = new NodeFunction(this, this.deployment, 'reconcile');
    this.tables.open(reconcile, {
      records: ['GetItem', 'UpdateItem'],
      // Unknown order mail is taken before it is tried once more, and put back where that fails.
      beside: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'],
    });
    this.tables.openSweep(reconcile);
    this.queues.openLanes(reconcile);
    this.queues.openBacklog(reconcile);
    this.queues.openFeedbackCounts(reconcile);
    this.queues.openIntake(reconcile);
    mail.openAccount(reconcile);
    sweepRule(this, this.deployment, reconcile, this.queues);
  }

  private addWatch(asking: Asking): void {
    const measures = measuresOf(this.deployment.names);
    const alarms = new Alarms(this, this.deployment, measures, asking);
    new DeploymentDashboard(this, this.deployment, measures, alarms);
    byScenarioQuery(this, this.deployment.names, this.tellers);
  }

  private teller(name: FunctionName): NodeFunction {
    const teller = new NodeFunction(this, this.deployment, name);
    this.tellers.push(teller);
    return teller;
  }

  /** A function that decides on customers: keeps their records, arms timers and fills the lanes. */
  private decider(name: FunctionName): NodeFunction {
    const decider = this.teller(name);
    this.tables.open(decider, deciding);
    this.keys.open(decider);
    this.queues.openLanes(decider);
    this.timers.open(decider);
    this.timers.openRemoval(decider);
    return decider;
  }
}
