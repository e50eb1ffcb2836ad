import { language } from './language';

/** Formats a start time: the time alone if it was today, otherwise the date and time. */
export function formatSince(since: Date, now = new Date()): string {
  const isToday = since.toDateString() === now.toDateString();
  const style = isToday ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(language(), style).format(since);
}
