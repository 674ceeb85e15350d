/** The archives of the stack. Shopify's events come over the store's own bus here, and still have an archive apart. */
import type { Settings } from '../../../shared/settings/settings.ts';
import type { StackNames } from '../../stack/names.ts';
import { Archive } from './archive.ts';

export function productArchives(settings: Settings, names: StackNames, now_ms: number): Archive[] {
  const common = { bus: names.bus, retention_days: settings.archiveDays, created_ms: now_ms };
  return [
    new Archive({
      ...common,
      name: names.archive,
      pattern: { source: [settings.eventSource] },
      description: 'Every event of the storefront, wanted today or not, to be replayed.',
    }),
    new Archive({
      ...common,
      name: names.shopifyArchive,
      pattern: { source: [{ prefix: 'aws.partner/shopify.com/' }] },
      description: 'Every webhook of Shopify, wanted today or not, to be replayed.',
    }),
  ];
}
