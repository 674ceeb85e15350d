import type { ChangePorts } from '../saving/change-customer.ts';

/** The ports that taking in events needs. */
export type IngestPorts =
  | ChangePorts
  | 'orderFacts'
  | 'addresses'
  | 'askers'
  | 'evidence'
  | 'beside'
  | 'gone';
