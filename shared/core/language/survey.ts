/** A survey: a few questions whose answers sort a customer into categories, as plain data. */
import type { Filter } from './filter.ts';

/** The same words in each language that messages are written in. */
interface LocalText {
  readonly ja: string;
  readonly en: string;
}

export interface Choice {
  readonly id: string;
  readonly label: LocalText;
}

export interface Question {
  readonly id: string;
  readonly ask: LocalText;
  /** Empty: she answers in her own words. */
  readonly choices: readonly Choice[];
}

/** One category of the set a survey sorts into. */
export interface Category {
  readonly id: string;
  /** One sentence a marketer understands. */
  readonly means: string;
  /** The category of the version before that it was split from: being sorted anew into it is not a move. */
  readonly parent?: string;
  /** Asked in the order of the categories: the first that fits is hers. The last one takes all others and has none. */
  readonly when?: Filter;
}

/**
 * `SurveyAnswered { survey: { id, answers } }` brings the answers: by question id a choice's id, or her own words.
 * Filters of a survey ask `event.extra.survey.answers.<question>`.
 */
export interface Survey {
  readonly id: string;
  /** Raised when questions or categories change; the older answers keep their categories. */
  readonly version: number;
  /** At most five; the first has choices, and is answered from the mail itself. */
  readonly questions: readonly Question[];
  /** The set of categories has the survey's id; none: the answers sort nobody. Otherwise three to nine. */
  readonly categories: readonly Category[];
  /** Answers that people of the store must see before anything is offered to her. */
  readonly low?: Filter;
}
