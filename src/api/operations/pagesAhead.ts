import type { Failure } from '../failure';
import type { Result } from '../result';
import type { Page } from '../schema/page';

/** How many pages are requested ahead: enough for four requests at once, few enough to buffer. */
const maxPagesAhead = 8;

interface PagesLeft {
  readonly from: number;
  /** Where the list ends, counted like the start of a page. */
  readonly end: number;
  /** How far one page is from the next. */
  readonly step: number;
  readonly maxPages: number;
}

/** The pages requested ahead, by where they start: an offset, or the number of the page. */
export class PagesAhead<T> {
  readonly #requested = new Map<number, Promise<Result<Page<T>, Failure>>>();
  #isStopped = false;

  constructor(private readonly readPage: (start: number) => Promise<Result<Page<T>, Failure>>) {}

  take(start: number): Promise<Result<Page<T>, Failure>> {
    const page = this.#requested.get(start) ?? this.readPage(start);
    this.#requested.delete(start);
    return page;
  }

  requestAhead({ from, end, step, maxPages: pagesLeft }: PagesLeft): void {
    if (this.#isStopped) {
      return;
    }
    const last = Math.min(end, from + pagesLeft * step);
    for (let start = from; start < last && this.#requested.size < maxPagesAhead; start += step) {
      if (!this.#requested.has(start)) {
        this.#requested.set(start, this.readPage(start));
      }
    }
  }

  /** If page lengths vary, the starts were assumed wrongly. From here on, pages are read one after another. */
  stopAhead(): void {
    this.#isStopped = true;
    this.#requested.clear();
  }
}
