/** Caches a computed value per object, for as long as the object lives. */
export function memoize<K extends object, V>(workOut: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const { value } = known.get(key) ?? { value: workOut(key) };
    known.set(key, { value });
    return value;
  };
}
