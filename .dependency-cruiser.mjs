/** Who may import whom: the rules come from the table in test/rooms.ts. `npm run rooms` asks them of every file. */
import { cruiseOptions, ruleSet } from './test/room-rules.ts';

export default { ...ruleSet, options: cruiseOptions };
