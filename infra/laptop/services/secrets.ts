/** Secrets Manager with the one secret of the stack. */
import { randomUUID } from 'node:crypto';
import { arn } from '../arns.ts';
import { type Answer, answerJson, jsonBody, Refusal, type Request } from '../http/message.ts';
import { optionalText } from '../http/read-fields.ts';

export function secretsService(name: string, secret: string, created_ms: number) {
  const secretArn = arn('secretsmanager', `secret:${name}-LoCaL1`);
  const VersionId = randomUUID();
  const SecretString = JSON.stringify({ k1: secret });
  return (operation: string, request: Request): Answer => {
    if (operation !== 'GetSecretValue') {
      throw new Refusal(
        'UnknownOperationException',
        `This cloud does not offer ${operation} of Secrets Manager.`,
      );
    }
    const id = optionalText(jsonBody(request), 'SecretId');
    if (id !== name && id !== secretArn) {
      throw new Refusal('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    }
    return answerJson(
      {
        ARN: secretArn,
        Name: name,
        VersionId,
        SecretString,
        VersionStages: ['AWSCURRENT'],
        CreatedDate: created_ms / 1000,
      },
      'application/x-amz-json-1.1',
    );
  };
}
