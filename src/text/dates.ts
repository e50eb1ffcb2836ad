import { forLanguage } from './language';

const time = forLanguage((language) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));
const day = forLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
const dateTime = forLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
);

/** Formats the date alone, such as "Nov 21, 2026". */
export function formatDay(date: Date): string {
  return day().format(date);
}

/** Formats date and time. */
export function formatDateTime(date: Date): string {
  return dateTime().format(date);
}

/** Formats a start time: the time alone if it was today, otherwise the date and time. */
export function formatSince(since: Date, now = new Date()): string {
  const isToday = since.toDateString() === now.toDateString();
  return isToday ? time().format(since) : formatDateTime(since);
}
