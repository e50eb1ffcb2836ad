import { forLanguage } from './language';

const time = forLanguage((language) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));
const dateTime = forLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
);

/** Formats a start time: the time alone if it was today, otherwise the date and time. */
export function formatSince(since: Date, now = new Date()): string {
  const isToday = since.toDateString() === now.toDateString();
  return (isToday ? time() : dateTime()).format(since);
}
