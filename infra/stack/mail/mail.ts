/** SES: the sender's identity, one configuration set for each lane, and their events on the account's default bus. */
import { Annotations, ArnFormat, Stack } from 'aws-cdk-lib';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeWildcard } from '../acknowledge.ts';
import type { Deployment } from '../deployment.ts';
import type { NodeFunction } from '../functions/node-function.ts';
import { output } from '../output.ts';
import { publishedEvents } from './mail-events.ts';
import { domainOf, mailFromOf, senderWarnings } from './sender-checks.ts';

export class MailDelivery extends Construct {
  /** SES publishes to this bus alone. */
  readonly defaultBus: IEventBus;
  readonly configurationSets: readonly string[];
  private readonly deployment: Deployment;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, 'Mail');
    this.deployment = deployment;
    this.defaultBus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    if (deployment.settings.identity === 'create') this.createIdentity();
    this.outputDmarc();
    for (const [id, warning] of Object.entries(senderWarnings(deployment.settings))) {
      Annotations.of(this).addWarningV2(`tsunagu:${id}`, warning);
    }
    this.configurationSets = (['transactional', 'marketing'] as const).map((lane) => {
      const name = deployment.names.configurationSet(lane);
      const set = new ConfigurationSet(this, lane, {
        configurationSetName: name,
        reputationMetrics: true,
        suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
        tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      });
      set.addEventDestination('Events', {
        configurationSetEventDestinationName: name,
        destination: EventDestination.eventBus(this.defaultBus),
        events: publishedEvents(deployment.settings).map((name) => EmailSendingEvent[name]),
      });
      return name;
    });
  }

  private get domain(): string {
    return domainOf(this.deployment.settings.sender);
  }

  private createIdentity(): void {
    const mailFromDomain = mailFromOf(this.deployment.settings);
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(this.domain),
      mailFromDomain,
      // Until its records are found, SES's own domain stands in: mail goes out all the same.
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    identity.applyRemovalPolicy(this.deployment.removalPolicy);
    identity.dkimRecords.forEach((record, index) => {
      const cname = `${record.name} CNAME ${record.value}`;
      output(this, `DkimRecord${index + 1}`, cname, `Add this record to the DNS of ${this.domain}.`);
    });
    const { region } = Stack.of(this);
    const bounces = `so that bounces come back and SPF is aligned with ${this.domain}.`;
    output(
      this,
      'MailFromMxRecord',
      `${mailFromDomain} MX 10 feedback-smtp.${region}.amazonses.com`,
      `Add this record, ${bounces}`,
    );
    output(
      this,
      'MailFromTxtRecord',
      `${mailFromDomain} TXT "v=spf1 include:amazonses.com ~all"`,
      `Add this record, ${bounces}`,
    );
  }

  /** Also for an identity that is there already: without a DMARC record the big providers refuse bulk mail. */
  private outputDmarc(): void {
    output(
      this,
      'DmarcRecord',
      `_dmarc.${this.domain} TXT "v=DMARC1; p=none;"`,
      'Add this record unless there is one; with reports that are read (rua=mailto:…), go on to p=quarantine.',
    );
  }

  private arn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({
      service: 'ses',
      resource,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }

  /** Lets a function ask how the account stands with SES. */
  openAccount(to: NodeFunction): void {
    to.open({ actions: ['ses:GetAccount'], resources: ['*'] });
    acknowledge(
      to,
      'AwsSolutions-IAM5[Resource::*]',
      'ses:GetAccount is about the whole account: IAM knows no narrower resource for it, and it only reads.',
    );
  }

  /** Lets a function send in the sender's name. */
  open(to: NodeFunction): void {
    const { names, production, settings } = this.deployment;
    const existing = settings.identity === 'existing' ? [this.arn('identity', settings.sender)] : [];
    const sets = this.configurationSets.map((name) => this.arn('configuration-set', name));
    to.open({
      actions: ['ses:SendEmail'],
      resources: [this.arn('identity', this.domain), ...existing, ...sets],
      variables: {
        TRANSACTIONAL_CONFIGURATION_SET: names.configurationSet('transactional'),
        MARKETING_CONFIGURATION_SET: names.configurationSet('marketing'),
      },
    });
    if (production) return;
    to.open({
      actions: ['ses:SendEmail'],
      resources: [this.arn('identity', '*')],
      conditions: { StringEquals: { 'ses:FromAddress': settings.sender } },
    });
    acknowledgeWildcard(
      to,
      'ses',
      'identity/*',
      'In the SES sandbox a mail also needs the right to its verified recipient; outside production, from the sender alone.',
    );
  }
}
