/** How many redirects one try of a read follows. */
export const mostRedirects = 3;

function resolve(location: string | undefined, from: URL): URL | undefined {
  return location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

/** Where a redirect may be followed to: within the same origin. The token goes nowhere else. */
export function followable(location: string | undefined, from: URL): URL | undefined {
  const target = resolve(location, from);
  const isSafe = target?.origin === from.origin && target.username === '' && target.password === '';
  return isSafe ? target : undefined;
}

/** The target for a log: its origin only, since the rest of an address may hold what is secret. */
export function describeTarget(location: string | undefined, from: URL): string {
  const target = resolve(location, from);
  return target === undefined ? 'nowhere' : target.origin === from.origin ? 'the same origin' : target.origin;
}
