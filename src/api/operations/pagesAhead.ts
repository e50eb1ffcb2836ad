import type { Failure } from '../failure';
import type { Result } from '../result';
import type { Page } from '../schema/page';

/** How many pages are requested ahead: enough for four requests at once, few enough to buffer. */
const maxPagesAhead = 8;

interface PagesLeft {
  readonly from: number;
  /** The offset where the list ends. */
  readonly end: number;
  readonly rowsPerPage: number;
  readonly maxPages: number;
}

/** The pages requested ahead. */
export class PagesAhead<T> {
  readonly #requested = new Map<number, Promise<Result<Page<T>, Failure>>>();
  #isStopped = false;

  constructor(private readonly readPage: (offset: number) => Promise<Result<Page<T>, Failure>>) {}

  take(offset: number): Promise<Result<Page<T>, Failure>> {
    const page = this.#requested.get(offset) ?? this.readPage(offset);
    this.#requested.delete(offset);
    return page;
  }

  requestAhead({ from, end, rowsPerPage, maxPages: pagesLeft }: PagesLeft): void {
    if (this.#isStopped) {
      return;
    }
    const last = Math.min(end, from + pagesLeft * rowsPerPage);
    for (let offset = from; offset < last && this.#requested.size < maxPagesAhead; offset += rowsPerPage) {
      if (!this.#requested.has(offset)) {
        this.#requested.set(offset, this.readPage(offset));
      }
    }
  }

  /** If page lengths vary, offsets were assumed wrongly. From here on, pages are read one after another. */
  stopAhead(): void {
    this.#isStopped = true;
    this.#requested.clear();
  }
}
