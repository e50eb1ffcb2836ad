import type { Remark, Table } from '../table/table';

/** A text with more fields is none that people keep addresses in. */
const maxColumns = 200;
/** Nor is one whose fields lie deeper. */
const maxDepth = 12;

/** The people of a JSON text as a table: a row each, a column for each field. Nothing for a text that is no JSON. */
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
    columns: titles.length,
  };
}

/** A whole text, or one object in each line. */
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

/** The longest list in the value, or the value itself where it holds none. */
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

/** The fields of an item by their paths, such as `user.email`; a bare text has none. */
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

/** Addresses beside the list, such as its owner's. */
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
