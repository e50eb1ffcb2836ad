import type { AnswerSchema } from '../schema/answer';
import type { CallOptions } from '../http/exchange';
import type { Failure } from '../failure';
import { page } from '../schema/page';
import { readAllPages, type Listing, type ReadingOptions } from './paging';
import type { Result } from '../result';
import type { Send } from '../http/tokenCheck';

/** Rows asked for in one page. The default of the service is 20; its own command line asks for 200 (prolific-oss/cli). */
const rowsPerPage = 200;

export interface ListOptions<T> extends CallOptions, ReadingOptions<T> {}

/** Reads a list of the API with `limit` and `offset`, all pages of it. */
export function readList<T extends { readonly id: string }>(
  send: Send,
  path: string,
  item: AnswerSchema<T>,
  { signal, onItems, onWait }: ListOptions<T>,
): Promise<Result<Listing<T>, Failure>> {
  return readAllPages(
    (offset, either) =>
      send({
        method: 'GET',
        path,
        query: { limit: rowsPerPage, offset },
        answer: page(item, { isFirst: offset === 0 }),
        signal: either,
        onWait,
      }),
    { signal, onItems },
  );
}
