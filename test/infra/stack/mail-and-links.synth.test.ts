import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { exampleTemplate } from './example-stack.ts';
import { functionNamed, read, rightsOfFunction } from './readable-template.ts';

const at = 'tsunagu-mori-dev';
const template = exampleTemplate();
const own = exampleTemplate({
  identity: 'existing',
  linkDomain: 'go.example.com',
  linkCertificateArn: 'arn:aws:acm:ap-northeast-1:123456789012:certificate/1-2',
});

test.each(['transactional', 'marketing'])(
  'the %s configuration set asks for TLS and tells the default bus',
  (lane) => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      Name: `${at}-${lane}`,
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    const destinations = Object.values(template.findResources('AWS::SES::ConfigurationSetEventDestination'));
    const destination = destinations.find(
      ({ Properties }) => read(template, Properties.ConfigurationSetName) === `${at}-${lane}`,
    )?.Properties.EventDestination;
    expect(read(template, destination.EventBridgeDestination.EventBusArn)).toBe(
      'arn:aws:events:region:account:event-bus/default',
    );
    expect(destination.MatchingEventTypes).toEqual([
      'send',
      'bounce',
      'complaint',
      'reject',
      'click',
      'deliveryDelay',
      'renderingFailure',
    ]);
  },
);

test('deliveries are reported where the setting asks for them, and then by both', () => {
  const counting = exampleTemplate({ deliveryEvents: true });
  const destinations = Object.values(counting.findResources('AWS::SES::ConfigurationSetEventDestination'));
  expect(destinations).toHaveLength(2);
  for (const { Properties } of destinations)
    expect(Properties.EventDestination.MatchingEventTypes).toContain('delivery');
  counting.hasResourceProperties('AWS::Events::Rule', {
    Name: `${at}-ses-events`,
    EventPattern: { 'detail-type': Match.arrayWith(['Email Sent', 'Email Delivered']) },
  });
});

test("the sender's domain becomes an identity, and its DNS records are told", () => {
  template.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'shop.example.com' });
  for (const number of [1, 2, 3]) {
    const record = template.findOutputs(`DkimRecord${number}`)[`DkimRecord${number}`];
    expect(JSON.stringify(record?.Value)).toContain(`DkimDNSTokenValue${number}`);
  }
});

test('the records of the envelope and of DMARC are told to the owner of the DNS', () => {
  const told = (name: string) => read(template, template.findOutputs(name)[name]?.Value);
  template.hasResourceProperties('AWS::SES::EmailIdentity', {
    MailFromAttributes: {
      MailFromDomain: 'bounces.shop.example.com',
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    },
  });
  expect(told('MailFromMxRecord')).toBe('bounces.shop.example.com MX 10 feedback-smtp.region.amazonses.com');
  expect(told('MailFromTxtRecord')).toBe('bounces.shop.example.com TXT "v=spf1 include:amazonses.com ~all"');
  expect(told('DmarcRecord')).toBe('_dmarc.shop.example.com TXT "v=DMARC1; p=none;"');
  expect(Object.keys(own.findOutputs('*'))).toContain('DmarcRecord');
  expect(Object.keys(own.findOutputs('*'))).not.toContain('MailFromMxRecord');
});

test('an existing identity is used and not made', () => {
  own.resourceCountIs('AWS::SES::EmailIdentity', 0);
  const rights = rightsOfFunction(own, `${at}-sender`);
  for (const identity of ['shop.example.com', 'hello@shop.example.com']) {
    expect(rights).toContain(`ses:SendEmail on arn:aws:ses:region:account:identity/${identity}`);
  }
});

test('a public link is answered on GET, HEAD and POST by the pages function, and nothing else is', () => {
  const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'));
  const paths = ['/u/{token}', '/p/{token}', '/s/{token}', '/b/{token}', '/c/{token}', '/join'];
  expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(
    paths.flatMap((path) => ['GET', 'HEAD', 'POST'].map((method) => `${method} ${path}`)).sort(),
  );
  template.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
    IntegrationType: 'AWS_PROXY',
    PayloadFormatVersion: '2.0',
    IntegrationUri: { 'Fn::GetAtt': [Match.stringLikeRegexp('^pages'), 'Arn'] },
  });
});

test('public links are throttled', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    StageName: '$default',
    AutoDeploy: true,
    DefaultRouteSettings: { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 },
  });
});

test('a flood of sign-ups is held back by itself, once its route is there', () => {
  const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
  expect(stage?.Properties.RouteSettings).toEqual({
    'POST /join': { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 10 },
  });
  const routes = template.findResources('AWS::ApiGatewayV2::Route', {
    Properties: { RouteKey: 'POST /join' },
  });
  expect(stage?.DependsOn).toEqual(expect.arrayContaining(Object.keys(routes)));
  expect(Object.keys(routes)).toHaveLength(1);
});

test('the access log knows nothing of the person: no path, no query, no address', () => {
  const stage = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'))[0];
  const format = JSON.parse(stage?.Properties.AccessLogSettings.Format);
  expect(Object.values(format).sort()).toEqual([
    '$context.error.message',
    '$context.requestId',
    '$context.requestTime',
    '$context.responseLatency',
    '$context.routeKey',
    '$context.status',
  ]);
});

const linkBase = (from: typeof template) =>
  read(from, functionNamed(from, `${at}-sender`).Environment.Variables.LINK_BASE_URL);

test("links lead to the API's own address where no domain is set", () => {
  expect(linkBase(template)).toBe(`${at}-links`);
  template.resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
});

test('links lead to the domain that is set, and with a certificate the API answers there', () => {
  expect(linkBase(own)).toBe('https://go.example.com');
  own.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
    DomainName: 'go.example.com',
    DomainNameConfigurations: [
      {
        CertificateArn: 'arn:aws:acm:ap-northeast-1:123456789012:certificate/1-2',
        SecurityPolicy: 'TLS_1_2',
      },
    ],
  });
  own.resourceCountIs('AWS::ApiGatewayV2::ApiMapping', 1);
});
