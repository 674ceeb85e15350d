/** The ports that taking in events needs. */
export type IngestPorts =
  | 'clock'
  | 'customers'
  | 'contexts'
  | 'addresses'
  | 'evidence'
  | 'beside'
  | 'gone'
  | 'touchpoints'
  | 'timers'
  | 'lanes'
  | 'bus'
  | 'keys'
  | 'log'
  | 'metrics';
