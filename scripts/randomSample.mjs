/** Returns up to `size` of the items, in random order. */
export function randomSample(items, size) {
  const left = [...items];
  const picked = [];
  while (picked.length < size && left.length > 0) {
    picked.push(...left.splice(Math.floor(Math.random() * left.length), 1));
  }
  return picked;
}
