/** A program: the scenarios that serve one purpose, with the messages they send and the surveys they ask, as plain data. */
import type { Scenario } from './scenario.ts';
import type { Survey } from './survey.ts';
import type { TemplateFacts } from './template-facts.ts';

/** What a message declares: its kind, and what its texts may name. */
export interface MessageEntry extends TemplateFacts {
  /** Paths below the entering event's detail; a path through a list names the field of each entry. */
  readonly eventFields: readonly string[];
  /** What else it may use: the customer, the brand, the sender, the links. */
  readonly variables: readonly string[];
}

/** By `<folder>/<name>`: its texts are `texts/<folder>/<name>.<language>.mjml` in the folder of the program. */
export type Messages = Readonly<Record<string, MessageEntry>>;

export interface Program {
  /** In the order in which they are asked, older versions beside the newest. */
  readonly scenarios: readonly Scenario[];
  readonly messages: Messages;
  readonly surveys?: readonly Survey[];
  /** `{ mine: 'other' }`: this one of its scenarios is asked before that one of another program. */
  readonly before?: Readonly<Record<string, string>>;
}

/** By the name of the folder. */
export type Programs = Readonly<Record<string, Program>>;
