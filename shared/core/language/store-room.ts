/** What a store owns, as plain data: `shared/store/store.ts` holds it, and `shared/example/shop.ts` that of the example shop. */
import type { Life } from './life.ts';
import type { Programs } from './program.ts';
import type { RhythmFacts } from './rhythm/rhythm.ts';
import type { Segment } from './segment.ts';
import type { Choice } from './survey.ts';

/** Who writes, as mails show it. */
interface SenderFacts {
  readonly brand: { readonly name: string; readonly siteUrl: string };
  readonly legalName: string;
  readonly postalAddress: string;
  readonly inquiryContact: string;
}

/** The goods and words that fill the messages of previews, pictures and plays. */
interface SampleFacts {
  readonly customer: string;
  /** What a usual order holds. */
  readonly goods: readonly [string, string];
  readonly product: string;
  readonly other: string;
  readonly category: string;
  readonly sale: string;
  readonly sample: string;
  readonly voice: string;
  readonly voiceText: string;
  readonly booking: string;
  readonly place: string;
  readonly help: string;
  readonly rank: string;
  readonly payment: string;
  readonly question: string;
  readonly answers: readonly [string, string, string];
  readonly episode: string;
}

export interface StoreFacts extends RhythmFacts {
  /** What a customer may choose on the preference page: kept as lists of ids, so that ids stay and words may change. */
  readonly interests: readonly Choice[];
  readonly values: readonly Choice[];
  readonly sender: { readonly ja: SenderFacts; readonly en: SenderFacts };
  /** A logo, a light colour and fonts, to see the messages with them. */
  readonly look: { readonly logoUrl: string; readonly colour: string; readonly fonts: string };
  readonly samples: { readonly ja: SampleFacts; readonly en: SampleFacts };
}

export interface StoreRoom {
  /** By the name of the folder: one of the name of a shipped program replaces it whole. */
  readonly programs: Programs;
  /** Beside those that ship; one of the same name replaces it. */
  readonly segments: readonly Segment[];
  /** Over those of the example shop, each by its name. */
  readonly facts: Partial<StoreFacts>;
  /** Beside those that ship, to rehearse with; one of the same id replaces it. */
  readonly lives?: readonly Life[];
  /** Settings by name, over those of cdk.json. */
  readonly settings: Readonly<Record<string, unknown>>;
}
