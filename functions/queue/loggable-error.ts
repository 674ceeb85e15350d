/** Lambda writes whatever a function throws into its log, message and stack: what is thrown must hold no personal data. */
import { reasonOf } from './reason-of.ts';

/**
 * An error that says of `error` only what may be written down: its name, its sentence where `reasonOf` keeps it, and
 * where it was thrown. Nothing else of it comes along: no cause, no property of an SDK.
 */
export function loggableError(error: unknown): Error {
  const name = error instanceof Error ? error.name : 'Error';
  const reason = reasonOf(error);
  const isSaid = reason.startsWith(`${name}: `);
  const sentence = isSaid ? reason.slice(name.length + 2) : 'its own words are kept out of the log';
  const loggable = new Error(sentence);
  loggable.name = name;
  loggable.stack = [`${name}: ${sentence}`, ...framesOf(error)].join('\n');
  return loggable;
}

/** The places of a stack, without the message before them, which may have several lines. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const trace = (error.stack ?? '').replace(error.message, '');
  return trace.split('\n').filter((line) => /^ {4}at \S.*:\d+:\d+\)?$/.test(line));
}
