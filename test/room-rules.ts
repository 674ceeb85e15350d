/** The table of rooms as rules of dependency-cruiser, so that one table is both read and held: `npm run rooms`. */
import './support/swc-knows-using.ts';
import type {
  ICruiseOptions,
  IFlattenedRuleSet,
  IRegularForbiddenRuleType as Rule,
} from 'dependency-cruiser';
import type { Room } from './room.ts';
import { rooms } from './rooms.ts';

/** Why the rows at or below a path are as they are, as a broken rule says it. The longest path that fits holds. */
const reasons: Readonly<Record<string, string>> = {
  shared: 'Each room can be understood, tested and replaced with those below it alone.',
  'shared/core':
    'The core decides, from values alone: nothing outside, and of the core only the rooms before it.',
  'shared/service':
    'The service does what the core decided, through ports, and knows only the rooms before it.',
  'shared/ports': 'A port says what is asked of the outside, in the words of the core.',
  'shared/settings': 'Settings are values that every world reads alike.',
  'shared/aws': 'A world answers the ports; no world knows another.',
  'shared/memory': 'A world answers the ports; no world knows another.',
  functions: 'A function translates what comes in, calls the service, and the wiring alone picks a world.',
  infra:
    'What deploys, runs or measures the product knows its settings and data, and names its code by path.',
  'infra/terminal': 'What all commands share knows none of them.',
  'infra/operator': 'The commands of the operator use the service as the functions do.',
  'infra/author': 'The commands of the author decide by the product itself, and reach no deployment.',
};

export const reasonOf = (room: string): string =>
  Object.entries(reasons)
    .filter(([place]) => room === place || room.startsWith(`${place}/`))
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([, why]) => why)
    .at(0) ?? '';

const ours = '^(shared|functions|infra|test)/';
const escaped = (path: string) => path.replace(/[.+]/g, '\\$&');
/** A folder with all that lies in it, or one file. */
const inside = (places: readonly string[]) => places.map((place) => `^${escaped(place)}(/|$)`);
const packaged = (names: readonly string[]) => names.map((name) => `^node_modules/${escaped(name)}(/|$)`);

function rulesOf({ room, may, types = [], packages, withoutAws }: Room): Rule[] {
  const nested = rooms.filter((other) => other.room.startsWith(`${room}/`)).map((other) => other.room);
  const rule = (what: string, to: Rule['to']): Rule => ({
    name: `${room}: ${what}`,
    comment: reasonOf(room),
    severity: 'error',
    from: { path: inside([room]), pathNot: inside(nested) },
    to,
  });
  const allowed = inside([room, ...may]);
  return [
    rule('a room not in its row', { path: ours, pathNot: [...allowed, ...inside(types)] }),
    ...(types.length > 0
      ? [
          rule('more than types', {
            path: inside(types),
            pathNot: allowed,
            dependencyTypesNot: ['type-only'],
          }),
        ]
      : []),
    ...(packages ? [rule('a package not in its row', { pathNot: [ours, ...packaged(packages)] })] : []),
    ...(withoutAws ? [rule('AWS', { path: '^(node_modules/)?@aws' })] : []),
  ];
}

const product = { path: '^(shared|functions|infra)/' };

const everywhere: readonly Rule[] = [
  {
    name: 'a circle',
    comment: 'What leads back to itself, by types alone too, cannot be understood, tested or replaced alone.',
    severity: 'error',
    from: product,
    to: { circular: true },
  },
  {
    name: 'no such file or package',
    comment: 'A rule cannot be asked of an import that leads nowhere.',
    severity: 'error',
    from: product,
    to: { couldNotResolve: true },
  },
  {
    name: 'outside of the project',
    comment: 'A clean checkout holds all that the product is made of.',
    severity: 'error',
    from: product,
    to: { path: '^\\.\\.' },
  },
];

export const ruleSet: IFlattenedRuleSet = { forbidden: [...everywhere, ...rooms.flatMap(rulesOf)] };

/** swc reads the sources, since TypeScript 7 has no interface for tools yet; it counts an import of types like any other. */
export const cruiseOptions: ICruiseOptions = {
  parser: 'swc',
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['node', 'import', 'types', 'default'],
  },
};
