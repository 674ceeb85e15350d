import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts one finding of cdk-nag on a construct and what is in it. `reason`: why it is right here. */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason });
}

/** Accepts a wildcard in a resource of this region and account: `service` and what follows the account. */
export function acknowledgeWildcard(
  construct: IConstruct,
  service: string,
  resource: string,
  reason: string,
): void {
  const arn = `arn:<AWS::Partition>:${service}:<AWS::Region>:<AWS::AccountId>:${resource}`;
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${arn}]`, reason);
}
