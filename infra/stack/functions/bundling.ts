/** How a handler becomes the one file that Lambda runs: bundled here, by the esbuild of this repository. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BundlingOptions, LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { FunctionName } from '../names.ts';
import { StackError } from '../stack-error.ts';

export const projectRoot = join(import.meta.dirname, '..', '..', '..');
const builtTemplates = join(projectRoot, 'dist', 'templates');

/** Where a function finds the compiled templates: Lambda unpacks a bundle into /var/task. */
export const templatesInBundle = '/var/task/templates';

/** Thrown when the sender is to be bundled before its templates are compiled. */
export class TemplatesNotBuilt extends StackError {
  override readonly name = 'TemplatesNotBuilt';
  readonly code = 'TEMPLATES_NOT_BUILT';
}

/** Throws {@link TemplatesNotBuilt} unless the directory holds compiled templates. */
function checkTemplates(directory: string): void {
  if (existsSync(directory) && readdirSync(directory).some((file) => file.endsWith('.json'))) return;
  throw new TemplatesNotBuilt(
    'The sender has no templates to bundle: run "npm run build:templates", then synthesize again.',
  );
}

// Node copies, so that the command is the same in every shell.
const copy = "require('node:fs').cpSync(process.argv[1], process.argv[2], { recursive: true })";

const copyTemplates = (from: string, outputDir: string) =>
  `node -e "${copy}" "${from}" "${join(outputDir, 'templates')}"`;

/** Records are packed with them: they lie beside the bundle's one file, as they lie beside the file that reads them. */
const dictionaries = join(projectRoot, 'shared', 'aws', 'dictionaries');
const copyDictionaries = (outputDir: string) =>
  readdirSync(dictionaries)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => `node -e "${copy}" "${join(dictionaries, file)}" "${join(outputDir, file)}"`);

/**
 * Where the SDK looks for credentials on a person's machine or in a container. Lambda has them in the environment, which
 * is asked first, so that these are never imported.
 */
const otherCredentials = ['-ini', '-process', '-sso', '-web-identity', '-http'].map(
  (source) => `@aws-sdk/credential-provider${source}`,
);

// Some dependencies are CommonJS inside and ask for `require`, which an ES module does not have by itself.
const requireBanner =
  "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);";

/** Every bundle brings the dictionaries of records, the sender's the templates too. Throws {@link TemplatesNotBuilt}. */
export function bundlingOf(name: FunctionName, templates: string = builtTemplates): BundlingOptions {
  const withTemplates = name === 'sender';
  if (withTemplates) checkTemplates(templates);
  return {
    format: OutputFormat.ESM,
    minify: true,
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: requireBanner,
    bundleAwsSDK: true,
    externalModules: otherCredentials,
    logLevel: LogLevel.WARNING,
    commandHooks: {
      beforeBundling: () => [],
      beforeInstall: () => [],
      afterBundling: (_inputDir, outputDir) => [
        ...copyDictionaries(outputDir),
        ...(withTemplates ? [copyTemplates(templates, outputDir)] : []),
      ],
    },
  };
}
