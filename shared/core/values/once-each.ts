/** Worked out at the first question about a thing that never changes, and kept for as long as the thing is. */
export function onceEach<Thing extends object, Answer extends NonNullable<unknown>>(
  workOut: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, Answer>();
  return (thing) => {
    const kept = known.get(thing);
    if (kept !== undefined) return kept;
    const answer = workOut(thing);
    known.set(thing, answer);
    return answer;
  };
}
