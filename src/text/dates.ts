import { language } from './language';

/** Writes when something began: the time alone today, with the date on any other day. */
export function formatSince(since: Date, now = new Date()): string {
  const isToday = since.toDateString() === now.toDateString();
  const style = isToday ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(language(), style).format(since);
}
