/** The library of this deployment: the programs and segments that ship, with what the store owns over them. */
import { mergedLibrary } from './core/language/merged-library.ts';
import type { MessageEntry } from './core/language/program.ts';
import type { StoreFacts } from './core/language/store-room.ts';
import { exampleShop } from './example/shop.ts';
import { rhythms } from './programs/rhythms.ts';
import { segments as shippedSegments } from './programs/segments.ts';
import { shipped } from './programs/shipped.ts';
import { store } from './store/store.ts';

type NamesOf<Programs> = {
  [Folder in keyof Programs]: Programs[Folder] extends { readonly messages: infer Messages }
    ? keyof Messages
    : never;
}[keyof Programs];

type Template = NamesOf<typeof shipped> | NamesOf<typeof store.programs>;

declare module './core/language/register.ts' {
  interface Register {
    template: Template;
    segment: (typeof shippedSegments)[number]['name'] | (typeof store.segments)[number]['name'];
  }
}

const ours = { programs: shipped, segments: shippedSegments, facts: { rhythms } };

/** Without the store's: what the documentation shows, and the tests are about. */
export const shippedLibrary = mergedLibrary(ours);

const library = mergedLibrary(ours, store);

/** In the order in which they are asked. A scenario that is not of a listed program lets nobody in. */
export const { scenarios, surveys, segments } = library;

/**
 * Every message the store can send: its kind, and what its texts may name. Of the event that lets a customer in, an
 * enrolment keeps only the fields named here.
 */
export const catalogue = library.messages as Readonly<Record<Template, MessageEntry>>;

/** The languages each message is written in: one file for each. */
export const locales = ['ja', 'en'] as const;

export const facts: StoreFacts = { ...exampleShop.facts, ...store.facts };
