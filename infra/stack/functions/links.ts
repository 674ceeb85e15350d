/** The public links of the mails: one small HTTP API in front of the pages function. */
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import type { Settings } from '../../../shared/settings/settings.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Deployment } from '../deployment.ts';
import { logGroup } from '../logs.ts';
import { output } from '../output.ts';
import type { NodeFunction } from './node-function.ts';

/** The route, not the path: the path holds the customer's token. No address, no query string, no user agent. */
const logFormat = JSON.stringify({
  at: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latency_ms: '$context.responseLatency',
  error: '$context.error.message',
});

/** Unsubscribe, preferences, survey, booking, confirmation of an opt-in; and the sign-up, which needs no token. */
const publicPaths = ['/u/{token}', '/p/{token}', '/s/{token}', '/b/{token}', '/c/{token}', '/join'];

export class Links extends Construct {
  /** `https://host`, where the links in mails lead. */
  readonly baseUrl: string;

  constructor(scope: Construct, deployment: Deployment, pages: NodeFunction) {
    super(scope, 'Links');
    const { names, settings } = deployment;
    const api = new HttpApi(this, 'Api', { apiName: names.api, createDefaultStage: false });
    const integration = new HttpLambdaIntegration('Pages', pages.lambda);
    const methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    const routes = publicPaths.flatMap((path) => api.addRoutes({ path, methods, integration }));
    for (const route of routes) {
      acknowledge(
        route,
        'AwsSolutions-APIG4',
        'Mail programs and readers come without a login: the token in the path is signed for one customer and purpose, and a sign-up is open to everybody.',
      );
    }
    const domain = this.ownDomain(settings);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup(this, `/aws/vendedlogs/${names.api}`, settings)),
        format: AccessLogFormat.custom(logFormat),
      },
      ...(domain && { domainMapping: { domainName: domain } }),
    });
    // A flood of sign-ups must not use up what lets her unsubscribe.
    stage.node.addDependency(...routes.filter(({ path }) => path === '/join'));
    (stage.node.defaultChild as CfnStage).routeSettings = {
      'POST /join': { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 10 },
    };
    this.baseUrl = settings.linkDomain ? `https://${settings.linkDomain}` : api.apiEndpoint;
    const target = domain?.regionalDomainName ?? api.apiEndpoint;
    output(this, 'LinkBaseUrl', this.baseUrl, 'Where the links in mails lead.');
    output(this, 'LinkTarget', target, 'Where to point the link domain, if one is set.');
  }

  /** With a certificate the API answers on the link domain itself; without one the operator's own CDN does. */
  private ownDomain(settings: Settings): DomainName | undefined {
    if (!settings.linkDomain || !settings.linkCertificateArn) return undefined;
    return new DomainName(this, 'Domain', {
      domainName: settings.linkDomain,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', settings.linkCertificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
  }

  open(to: NodeFunction): void {
    to.setEnvironment({ LINK_BASE_URL: this.baseUrl });
  }
}
