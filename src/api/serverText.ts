/**
 * A text that people wrote in Prolific, as the server sent it. It may contain Markdown, direction overrides, or nothing
 * visible, so it isn't a string: only `sanitize` in `src/text` turns it into one that can be shown. `raw` is for comparing,
 * searching, and sending it back.
 */
export interface ServerText {
  readonly raw: string;
}
