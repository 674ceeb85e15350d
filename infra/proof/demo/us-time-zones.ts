/** The main IANA zone of each US state: where a state is split, the zone most of its people live in. */
const statesByZone: Readonly<Record<string, readonly string[]>> = {
  'America/New_York': [
    'Connecticut',
    'Delaware',
    'District of Columbia',
    'Florida',
    'Georgia',
    'Maine',
    'Maryland',
    'Massachusetts',
    'New Hampshire',
    'New Jersey',
    'New York',
    'North Carolina',
    'Ohio',
    'Pennsylvania',
    'Rhode Island',
    'South Carolina',
    'Vermont',
    'Virginia',
    'West Virginia',
  ],
  'America/Detroit': ['Michigan'],
  'America/Indiana/Indianapolis': ['Indiana'],
  'America/Kentucky/Louisville': ['Kentucky'],
  'America/Chicago': [
    'Alabama',
    'Arkansas',
    'Illinois',
    'Iowa',
    'Kansas',
    'Louisiana',
    'Minnesota',
    'Mississippi',
    'Missouri',
    'Nebraska',
    'North Dakota',
    'Oklahoma',
    'South Dakota',
    'Tennessee',
    'Texas',
    'Wisconsin',
  ],
  'America/Denver': ['Colorado', 'Montana', 'New Mexico', 'Utah', 'Wyoming'],
  'America/Boise': ['Idaho'],
  'America/Phoenix': ['Arizona'],
  'America/Los_Angeles': ['California', 'Nevada', 'Oregon', 'Washington'],
  'America/Anchorage': ['Alaska'],
  'Pacific/Honolulu': ['Hawaii'],
};

const zoneByState: ReadonlyMap<string, string> = new Map(
  Object.entries(statesByZone).flatMap(([zone, states]) => states.map((state) => [state, zone] as const)),
);

/** The zone of a state by its English name; undefined for a name that is no US state. */
export function zoneOfState(state: string): string | undefined {
  return zoneByState.get(state);
}
