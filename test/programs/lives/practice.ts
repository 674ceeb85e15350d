/** What a practitioner asks of the twelve lives, day by day, as data; what waits for another way of a program is marked with it. */

/** What today's programs do not do yet, in a word. */
type WaitsFor =
  /** Days by a named rhythm of the trade, and not the classic ones. */
  | 'rhythm'
  /** Trouble and the first question of the survey in one letter. */
  | 'one-question'
  /** The letter that asks for a second order, with its insert in the parcel. */
  | 'second-order'
  /** A trial has a way of its own. */
  | 'trial'
  /** The notice of a renewal by the day until which it can be changed. */
  | 'notice-by-change'
  /** A code at once for the form of sign-up; a letter about the range. */
  | 'welcome'
  /** Cart mails at humane hours, two by default. */
  | 'cart'
  /** Seasons by the list of recipients. */
  | 'gifts'
  /** Win-back by the answer and by the trade, and a first letter without a coupon. */
  | 'win-back'
  /** Letters of a program on LINE. */
  | 'line'
  /** An account whose address another account holds too is joined with its own guest. */
  | 'joining'
  /** A story that began before an order was undone, and what is asked as if it had been bought. */
  | 'undone'
  /** The weekly news: nobody gets one unless a store writes it. */
  | 'campaign';

/** A message on its day; or what stands for it today: everything that goes on that day. */
type Promised =
  | { readonly day: number; readonly message: string; readonly at?: string }
  | {
      readonly day: number;
      readonly tells: string;
      readonly waitsFor: WaitsFor;
      readonly today: readonly string[];
    };

/** Messages that must not go from a day to before another; of those that wait, the days on which they still go. */
export interface Unwanted {
  readonly tells: string;
  /** Beginnings of names. */
  readonly messages: readonly string[];
  /** Marketing alone, whatever `messages` names. */
  readonly marketing?: true;
  readonly from?: number;
  readonly before?: number;
  /** So many may go; none unless given. */
  readonly atMost?: number;
  readonly waitsFor?: WaitsFor;
  readonly today?: readonly string[];
}

export interface Practice {
  readonly life: string;
  readonly should: readonly Promised[];
  readonly mustNot: readonly Unwanted[];
}
