/** The operator's brakes, asked before every message. `scenarios` are ids. */
export interface Brakes {
  readonly paused: {
    readonly all: boolean;
    readonly marketing: boolean;
    readonly scenarios: readonly string[];
  };
}

export const noBrakes: Brakes = { paused: { all: false, marketing: false, scenarios: [] } };
