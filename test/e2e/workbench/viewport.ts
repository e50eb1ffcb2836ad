import type { Locator, Page } from 'playwright-core';

/** A row that's at least partly visible. */
export interface VisibleRow {
  /** What a screen reader says. */
  readonly ariaLabel: string;
  /** Its position in pixels below the list's upper edge. Negative if it's cut off there. */
  readonly top: number;
  readonly bottom: number;
}

/** Runs in the page. */
function readVisibleRows(list: HTMLElement | SVGElement): VisibleRow[] {
  const { top, bottom } = list.getBoundingClientRect();
  return [...list.querySelectorAll('.monaco-list-row')]
    .map((row) => ({ row, box: row.getBoundingClientRect() }))
    .filter(({ box }) => box.height > 0 && box.bottom > top && box.top < bottom)
    .sort((one, other) => one.box.top - other.box.top)
    .map(({ row, box }) => ({
      ariaLabel: row.getAttribute('aria-label') ?? '',
      top: Math.round(box.top - top),
      bottom: Math.round(box.bottom - top),
    }));
}

/** Runs in the page. */
function watchTop(list: HTMLElement | SVGElement): { readonly end: () => string[] } {
  const seen: string[] = [];
  let isOver = false;
  const look = () => {
    const { top } = list.getBoundingClientRect();
    const boxes = [...list.querySelectorAll('.monaco-list-row')].map((row) => ({
      row,
      box: row.getBoundingClientRect(),
    }));
    const [first] = boxes.filter(({ box }) => box.bottom > top).sort((one, other) => one.box.top - other.box.top);
    const text = first === undefined ? 'nothing' : `${first.row.ariaLabel ?? ''} at ${Math.round(first.box.top - top)}`;
    if (seen.at(-1) !== text) {
      seen.push(text);
    }
    if (!isOver) {
      requestAnimationFrame(look);
    }
  };
  look();
  const end = () => {
    isOver = true;
    return seen;
  };
  return { end };
}

/** The visible part of a list. VS Code draws a few more rows. */
export class Viewport {
  private readonly list: Locator;

  constructor(
    private readonly page: Page,
    around: Locator,
  ) {
    this.list = around.locator('.monaco-list').first();
  }

  /** From top to bottom. */
  rows(): Promise<VisibleRow[]> {
    return this.list.evaluate(readVisibleRows);
  }

  private async height(): Promise<number> {
    return (await this.list.boundingBox())?.height ?? 0;
  }

  /** Whether the whole row is visible. */
  async shows(prefix: string): Promise<boolean> {
    const height = await this.height();
    const row = (await this.rows()).find(({ ariaLabel }) => ariaLabel.startsWith(prefix));
    return row !== undefined && row.top >= 0 && row.bottom <= height;
  }

  /** Records the topmost row in every frame. The returned function stops recording and returns what was visible. */
  async watchTop(): Promise<() => Promise<string[]>> {
    const watch = await this.list.evaluateHandle(watchTop);
    return () => watch.evaluate(({ end }) => end());
  }

  /** Turns the wheel; positive numbers of pixels scroll down. */
  async scroll(pixels: number): Promise<void> {
    await this.list.hover();
    await this.page.mouse.wheel(0, pixels);
  }
}
