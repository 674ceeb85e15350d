/**
 * What costs to make and is not always asked for: made at the first question, and kept. Where some bundle never asks, write
 * `@__PURE__` before the call, and it leaves out what would be made.
 */
export function onFirstUse<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
