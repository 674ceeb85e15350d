/** What an operator asked for and cannot have, told so that she knows what to do. Ends a command with exit code 1. */
export class OperatorRefusal extends Error {
  override readonly name = 'OperatorRefusal';
  readonly code = 'OPERATOR_REFUSAL';
}

/** A command that was written wrongly. Ends it with exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
  readonly code = 'WRONG_USAGE';
}

/** One line about any error: our own sentence, or the service's name and words. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof OperatorRefusal || error instanceof WrongUsage) return error.message;
  if (/Region is missing/.test(error.message)) return 'No region is set: set AWS_REGION, or use --local.';
  if (error.name === 'CredentialsProviderError') {
    return 'There are no AWS credentials: sign in (aws sso login, AWS_PROFILE), or use --local.';
  }
  if (error.name === 'ResourceNotFoundException') {
    return `${error.message} (Is it the deployment you mean? See --store, --stage and AWS_REGION.)`;
  }
  const refused = 'code' in error && error.code === 'ECONNREFUSED';
  if (refused) return 'Nothing answers there: start the embedded cloud by "npm start", or mend the address.';
  return 'code' in error && String(error.code) === codeOf(error.name)
    ? error.message
    : `${error.name}: ${error.message}`;
}

/** `SaveRaceLost` → `SAVE_RACE_LOST`: our own errors carry their name as a code. */
const codeOf = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
