/** Liquid as strict as it is when a mail is sent, with the filters' names but not their work: for checking sources. */
import { Liquid } from 'liquidjs';
import { withoutOurs } from '../../../shared/service/rendering/render-liquid.ts';

/** The filters a message may use besides Liquid's own. */
export const ownFilters = ['money', 'date', 'time', 'at_place'] as const;

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
  for (const name of withoutOurs) liquid.unregisterFilter(name);
  return liquid;
}
