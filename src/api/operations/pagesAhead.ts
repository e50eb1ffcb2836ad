import type { Failure } from '../failure';
import type { Result } from '../result';
import type { Page } from '../schema/page';

/** How many pages are requested ahead: enough for four requests at once, few enough to buffer. */
const maxPagesAhead = 8;

interface PagesLeft {
  readonly from: number;
  /** The place where the list ends. */
  readonly end: number;
  /** How far one page is from the next. */
  readonly step: number;
  readonly maxPages: number;
}

/** The pages requested ahead, by their place in the list: an offset, or the number of the page. */
export class PagesAhead<T> {
  readonly #requested = new Map<number, Promise<Result<Page<T>, Failure>>>();
  #isStopped = false;

  constructor(private readonly readPage: (place: number) => Promise<Result<Page<T>, Failure>>) {}

  take(place: number): Promise<Result<Page<T>, Failure>> {
    const page = this.#requested.get(place) ?? this.readPage(place);
    this.#requested.delete(place);
    return page;
  }

  requestAhead({ from, end, step, maxPages: pagesLeft }: PagesLeft): void {
    if (this.#isStopped) {
      return;
    }
    const last = Math.min(end, from + pagesLeft * step);
    for (let place = from; place < last && this.#requested.size < maxPagesAhead; place += step) {
      if (!this.#requested.has(place)) {
        this.#requested.set(place, this.readPage(place));
      }
    }
  }

  /** If page lengths vary, places were assumed wrongly. From here on, pages are read one after another. */
  stopAhead(): void {
    this.#isStopped = true;
    this.#requested.clear();
  }
}
