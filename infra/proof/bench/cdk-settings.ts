import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../stack/functions/bundling.ts';

/** The settings of cdk.json, as the CDK would find them. */
export function cdkSettings(): unknown {
  const file = JSON.parse(readFileSync(join(projectRoot, 'cdk.json'), 'utf8')) as {
    context?: { tsunagu?: unknown };
  };
  return file.context?.tsunagu;
}
