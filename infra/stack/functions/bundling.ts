/** How a handler becomes the one file that Lambda runs: bundled here, by the esbuild of this repository. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BundlingOptions, LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { FunctionName } from '../names.ts';
import { StackError } from '../stack-error.ts';
import { checkedLibrary, writeCheckedLibrary } from './checked-library.ts';
import { minifiedModule } from './minified-module.ts';
import { splitFunction } from './split-function.ts';

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

/** Records are packed with them: they lie beside the bundle's one file, as they lie beside the file that reads them. */
const dictionaries = join(projectRoot, 'shared', 'aws', 'dictionaries');
const library = join(projectRoot, 'dist', 'library.json');

/** Libraries that a start asks nothing: each lies beside the code, where `<name>-when-asked.cjs` stands for it. */
const whenAsked = [
  ['rrule', 'rrule/dist/es5/rrule.min.js'],
  ['email-addresses', 'email-addresses/lib/email-addresses.min.js'],
] as const;
/** The sender's alone: as a file for Node it comes in no small form. */
const liquid = 'liquidjs';
const standIn = (name: string) => join(projectRoot, 'infra', 'stack', 'functions', `${name}-when-asked.cjs`);
const inModules = (file: string) => join(projectRoot, 'node_modules', file);

/** What lies beside a function's one file, by its name there. Throws {@link TemplatesNotBuilt}, `InvalidScenario`. */
export function besideBundle(
  name: FunctionName,
  templates: string = builtTemplates,
): Readonly<Record<string, string>> {
  if (name === 'sender') checkTemplates(templates);
  writeCheckedLibrary(library);
  const packedWith = readdirSync(dictionaries).filter((file) => file.endsWith('.txt'));
  return {
    ...Object.fromEntries(packedWith.map((file) => [file, join(dictionaries, file)])),
    ...(name === 'feedback' ? {} : { 'library.json': library }),
    ...Object.fromEntries(whenAsked.map(([name, file]) => [`${name}.js`, inModules(file)])),
    ...(name === 'sender' ? { templates, [`${liquid}.js`]: minifiedModule(liquid) } : {}),
    ...splitFunction(name).beside,
  };
}

// Node copies, so that the command is the same in every shell.
const copy = "require('node:fs').cpSync(process.argv[1], process.argv[2], { recursive: true })";

/**
 * Where the SDK looks for credentials on a person's machine, in a container or on a server. Lambda has them in the
 * environment, which is asked first, so that these are never imported.
 */
const otherCredentials = [
  ...['-ini', '-process', '-sso', '-web-identity', '-http'].map(
    (source) => `@aws-sdk/credential-provider${source}`,
  ),
  '@smithy/credential-provider-imds',
];

/**
 * For operations that answer with a stream of events; none of ours does. What the SDK imports only when it needs it is not
 * apart in one file: it, and all that it shares with the rest, would be wrapped to be made later, and starts a tenth slower.
 */
const eventStreams = ['@smithy/core/event-streams'];

/**
 * CommonJS: of an ES module of this size Node takes twice as long to link and start it, and some dependencies ask for
 * `require`. What a module says of itself by `import.meta` is not there; the one word in use is given here, and any other
 * fails the build.
 */
export function codeOptions() {
  return {
    format: OutputFormat.CJS,
    minify: true,
    target: 'node24',
    mainFields: ['module', 'main'],
    externalModules: [...otherCredentials, ...eventStreams],
    alias: Object.fromEntries(
      [...whenAsked.map(([name]) => name), liquid].map((name) => [name, standIn(name)]),
    ),
    define: { 'import.meta.dirname': '__dirname', CHECKED_LIBRARY: JSON.stringify(checkedLibrary().digest) },
    logOverride: { 'empty-import-meta': 'error' },
  } as const;
}

/** Code and what lies beside it. Throws {@link TemplatesNotBuilt}, `InvalidScenario`. */
export function bundlingOf(name: FunctionName, templates: string = builtTemplates): BundlingOptions {
  const beside = Object.entries(besideBundle(name, templates));
  const { logOverride, mainFields, externalModules, alias, ...code } = codeOptions();
  return {
    ...code,
    mainFields: [...mainFields],
    externalModules: [...externalModules],
    bundleAwsSDK: true,
    logLevel: LogLevel.WARNING,
    esbuildArgs: {
      ...Object.fromEntries(
        Object.entries(logOverride).map(([warning, level]) => [`--log-override:${warning}`, level]),
      ),
      ...Object.fromEntries(Object.entries(alias).map(([name, file]) => [`--alias:${name}`, file])),
    },
    commandHooks: {
      beforeBundling: () => [],
      beforeInstall: () => [],
      afterBundling: (_inputDir, outputDir) =>
        beside.map(([file, from]) => `node -e "${copy}" "${from}" "${join(outputDir, file)}"`),
    },
  };
}
