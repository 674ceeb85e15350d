/** Liquid as strict as it is when a mail is sent, with the filters' names but not their work: for checking sources. */
import { Liquid } from 'liquidjs';

/** The filters a message may use besides Liquid's own. */
export const ownFilters = ['money', 'date', 'time'] as const;

export function checkingEngine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    cache: false,
    outputEscape: 'escape',
  });
  for (const name of ownFilters) liquid.registerFilter(name, (value: unknown) => String(value));
  liquid.unregisterFilter('raw');
  return liquid;
}
