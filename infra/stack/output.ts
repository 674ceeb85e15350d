import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** An output of the stack under exactly this name, whichever construct tells it. */
export function output(scope: Construct, name: string, value: string, description: string): void {
  new CfnOutput(Stack.of(scope), name, { value, description });
}
