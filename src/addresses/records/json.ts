import type { Remark, Table } from '../table/table';

/** Nobody keeps addresses in a text with more fields. */
const maxColumns = 200;
/** Or in one whose fields are nested deeper. */
const maxDepth = 12;

/** Returns the people in a JSON text as a table with a row each and a column for each field. Undefined for other texts. */
export function tableOfJson(text: string): Table | undefined {
  const value = parsed(text);
  const items = value === undefined ? [] : itemsOf(value);
  const rows = items.map((item, index) => ({ line: index + 1, fields: new Map(fieldsOf(item)) }));
  const titles = [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))];
  if (rows.length === 0 || titles.length > maxColumns) {
    return undefined;
  }
  return {
    titles,
    rows: rows.map(({ line, fields }) => ({ line, cells: titles.map((title) => fields.get(title) ?? '') })),
    remarks: value === undefined ? [] : remarksBeside(value, items),
    columnCount: titles.length,
  };
}

/** Parses a whole text, or one object per line. */
function parsed(text: string): unknown {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed) || !/[\]}],?$/.test(trimmed)) {
    return undefined;
  }
  return (
    parse(trimmed) ??
    parse(
      `[${trimmed
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join(',')}]`,
    )
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the longest list in the value, or the value itself if it holds none. */
function itemsOf(value: unknown): readonly unknown[] {
  const [longest] = listsIn(value, 0).sort((one, other) => other.length - one.length);
  return longest ?? [value];
}

function listsIn(value: unknown, depth: number): (readonly unknown[])[] {
  if (isList(value)) {
    return [value];
  }
  return isObject(value) && depth < maxDepth ? Object.values(value).flatMap((inner) => listsIn(inner, depth + 1)) : [];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Returns the fields of an item by path, such as `user.email`. A bare text has no path. */
function fieldsOf(item: unknown): readonly (readonly [string, string])[] {
  return textsIn(item, '', 0);
}

function textsIn(value: unknown, path: string, depth: number): readonly (readonly [string, string])[] {
  if (isObject(value) && depth < maxDepth) {
    return Object.entries(value).flatMap(([key, inner]) =>
      textsIn(inner, path === '' ? key : `${path}.${key}`, depth + 1),
    );
  }
  return [[path, isList(value) ? value.filter(isText).join('; ') : textOf(value)]];
}

function textOf(value: unknown): string {
  return isText(value) ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Returns addresses outside the list, such as its owner's. */
function remarksBeside(value: unknown, items: readonly unknown[]): readonly Remark[] {
  const texts = textsOutside(value, items, 0).filter((text) => text.includes('@'));
  return texts.map((text) => ({ line: 0, cells: [text], kind: 'caption' }));
}

function textsOutside(value: unknown, items: readonly unknown[], depth: number): readonly string[] {
  if (value === items || (items.length === 1 && value === items[0]) || depth > maxDepth) {
    return [];
  }
  if (isText(value)) {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((inner) => textsOutside(inner, items, depth + 1))
    : [];
}
