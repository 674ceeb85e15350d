import { onFirstUse } from '../core/values/on-first-use.ts';

/** Stands for what is made when it is first asked for something: each AWS client that a start makes is a fiftieth of it. */
export function whenAsked<Asked extends object>(make: () => Asked): Asked {
  const asked = onFirstUse(make);
  return new Proxy({} as Asked, {
    get(_, name) {
      const value: unknown = Reflect.get(asked(), name);
      return typeof value === 'function' ? value.bind(asked()) : value;
    },
  });
}
