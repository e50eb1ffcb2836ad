/** Works something out once for each object, and remembers it for as long as that object lives. */
export function memoize<K extends object, V>(workOut: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const { value } = known.get(key) ?? { value: workOut(key) };
    known.set(key, { value });
    return value;
  };
}
