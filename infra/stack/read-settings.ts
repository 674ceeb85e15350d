/** Reads the settings from the CDK context, and asks of them what only a deployment needs. */
import { InvalidSettings } from '../../shared/settings/invalid-settings.ts';
import { parseSettings, type Settings } from '../../shared/settings/settings.ts';
import { store } from '../../shared/store/store.ts';
import { senderFaults } from './mail/sender-checks.ts';

const change = (line: string) =>
  new InvalidSettings(`These settings under "tsunagu" in cdk.json need a change:\n  ${line}`);

/** What the store says in code stands over cdk.json; what is given for one deployment stands over both. */
function contextObject(context: unknown): unknown {
  if (context === undefined) {
    throw new InvalidSettings(
      'The context has no "tsunagu": put the settings under context.tsunagu in cdk.json and run the CDK from the directory of that file.',
    );
  }
  if (typeof context === 'object') return { ...context, ...store.settings };
  if (typeof context !== 'string') return context;
  try {
    return { ...store.settings, ...JSON.parse(context) };
  } catch {
    throw new InvalidSettings('The settings given by "-c tsunagu=…" are not JSON: give one JSON object.');
  }
}

/**
 * Checks the value of the context key "tsunagu": an object from cdk.json, or JSON text from `-c tsunagu=…`, which
 * is how one checkout deploys several stages. Throws `InvalidSettings`, naming each wrong setting.
 */
export function readSettings(context: unknown): Settings {
  const settings = parseSettings(contextObject(context));
  if (settings.busName === 'default') {
    throw change('busName: "default" is the account\'s own bus; choose a name such as "tsunagu"');
  }
  if (settings.eventSource.startsWith('aws.')) {
    throw change('eventSource: AWS keeps sources beginning with "aws." for itself; choose another');
  }
  if (settings.linkDomain?.includes(':')) {
    throw change('linkDomain: a deployment answers on the port of https; leave out ":" and the number');
  }
  const [fault] = senderFaults(settings);
  if (fault) throw change(fault);
  return settings;
}
