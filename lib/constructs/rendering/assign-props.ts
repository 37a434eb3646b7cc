/**
 * The properties of two objects in one; where both have one, the second counts.
 *
 * A literal that starts with a spread and goes on, `{ ...first, name }`, gets a hidden class of its own in V8 each
 * time that it is evaluated, and all code that meets such objects stays slow. Merged objects of one form share
 * theirs. It matters for objects that each set has.
 */
export function assignProps<First extends object, Second extends object>(
  first: First | undefined,
  second: Second,
): First & Second {
  return Object.assign({}, first, second);
}
