/** Turns a template into words, so that a test reads what a role may do as a list of sentences. */
import type { Template } from 'aws-cdk-lib/assertions';
import type { FreeJson } from '../../support/free-json.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const nameProperties = [
  'QueueName',
  'TableName',
  'RoleName',
  'LogGroupName',
  'FunctionName',
  'TopicName',
  'ManagedPolicyName',
  'RuleName',
  'ArchiveName',
  'AlarmName',
  'DomainName',
  'EmailIdentity',
  'Name',
];
const pseudo: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'region',
  'AWS::AccountId': 'account',
};
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

export function nameOf(resource: FreeJson): string | undefined {
  const found = nameProperties.find((property) => typeof resource.Properties?.[property] === 'string');
  return found && resource.Properties[found];
}

/** A reference as the name of what it refers to, a joined text as one text. */
export function read(template: Template, value: FreeJson): string {
  const resources = template.toJSON().Resources;
  const named = (id: string) => nameOf(resources[id]) ?? id;
  if (typeof value === 'string') return value;
  if (value.Ref) return pseudo[value.Ref] ?? named(value.Ref);
  if (value['Fn::GetAtt']) return named(value['Fn::GetAtt'][0]);
  if (value['Fn::Join']) {
    return value['Fn::Join'][1].map((part: FreeJson) => read(template, part)).join(value['Fn::Join'][0]);
  }
  return JSON.stringify(value);
}

export function functionNamed(template: Template, name: string): FreeJson {
  const found = template.findResources('AWS::Lambda::Function', { Properties: { FunctionName: name } });
  return Object.values(found)[0]?.Properties;
}

/** Every right of a role (logical id) as "action on resource", with "if …" where there is a condition; sorted, each once. */
export function rightsOf(template: Template, role: string): string[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy')).filter((policy) =>
    policy.Properties.Roles.some((ref: FreeJson) => ref.Ref === role),
  );
  const statements: Statement[] = policies.flatMap((policy) => policy.Properties.PolicyDocument.Statement);
  // CDK joins statements as it likes: a right may stand in two.
  const rights = statements.flatMap((statement) =>
    list(statement.Action).flatMap((action) =>
      list(statement.Resource).map((resource) => {
        const condition = statement.Condition ? ` if ${JSON.stringify(statement.Condition)}` : '';
        return `${action} on ${read(template, resource)}${condition}`;
      }),
    ),
  );
  return [...new Set(rights)].sort();
}

export function rightsOfFunction(template: Template, name: string): string[] {
  return rightsOf(template, functionNamed(template, name).Role['Fn::GetAtt'][0]);
}
