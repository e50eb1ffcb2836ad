const separatorOrBlank = /[\s,;]/;

/**
 * A text made fit for the one-line box, which loses line breaks that are assigned to it and so would join the last
 * address of a line to the first of the next: `a@x.orgb@y.org`. Line breaks become `; `.
 */
export function forOneLineBox(text: string): string {
  return text
    .split(/[\n\v\f\r\u0085\u2028\u2029]/)
    .map(withoutSeparatorsAround)
    .filter((line) => line !== '')
    .join('; ');
}

function withoutSeparatorsAround(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && separatorOrBlank.test(line.charAt(start))) {
    start += 1;
  }
  while (start < end && separatorOrBlank.test(line.charAt(end - 1))) {
    end -= 1;
  }
  return line.slice(start, end);
}
