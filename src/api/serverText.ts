/**
 * A text that people wrote in Prolific, as the server sent it. It may hold Markdown, direction overrides, or nothing
 * that can be seen, so it is no string: only `sanitize` of `src/text` makes one of it that can be shown. `raw` is for
 * comparing, searching, and sending it back.
 */
export interface ServerText {
  readonly raw: string;
}
