/** The secret that signs public links and keys the hashes of addresses. */
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import type { NodeFunction } from './functions/node-function.ts';

export class StackKeys extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, 'Keys');
    this.secret = new Secret(this, 'Secret', {
      secretName: deployment.names.secret,
      description: 'Signs public links and keys the hashes of addresses. Add k2, k3 …; never change k1.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: deployment.removalPolicy,
    });
    acknowledge(
      this.secret,
      'AwsSolutions-SMG4',
      'Links in mails already sent must verify for years, and suppressed addresses are known by hashes under k1: a new signing key is added beside the old ones by the operator, never rotated over them.',
    );
  }

  open(to: NodeFunction): void {
    to.open({
      actions: ['secretsmanager:GetSecretValue'],
      resources: [this.secret.secretArn],
      variables: { SECRET_ID: this.secret.secretArn },
    });
  }
}
