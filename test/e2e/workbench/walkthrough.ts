import type { Locator, Page } from 'playwright-core';
import { clickWhenReady, eventually, keepTrying, collapseSpaces, type WaitOptions } from './eventually';

export interface WalkthroughStep {
  readonly title: string;
  readonly done: boolean;
}

/** How an image is drawn, and which of its colors the theme lacks. */
export interface Picture {
  readonly shapes: number;
  readonly width: number;
  readonly height: number;
  readonly withoutColour: readonly string[];
}

/** Runs in the page. */
function readPicture(picture: HTMLElement | SVGElement): Picture {
  const { width, height } = picture.getBoundingClientRect();
  const theme = getComputedStyle(picture);
  const shapes = [...picture.querySelectorAll('*')];
  const paints = shapes.flatMap((shape) => ['fill', 'stroke'].map((name) => shape.getAttribute(name) ?? 'none'));
  const hasColour = (paint: string) =>
    /none|transparent/.test(paint) ||
    [...paint.matchAll(/--[\w-]+/g)].some(([name]) => theme.getPropertyValue(name) !== '');
  return {
    shapes: shapes.length,
    width,
    height,
    withoutColour: [...new Set(paints.filter((paint) => !hasColour(paint)))],
  };
}

/** The walkthrough open in the editor. */
export class Walkthrough {
  private readonly content: Locator;

  constructor(private readonly page: Page) {
    this.content = page.locator('.part.editor .gettingStartedContainer .gettingStartedSlideDetails');
  }

  async hasTitle(title: string, wait?: WaitOptions): Promise<void> {
    const look = async () => (await this.content.locator('.category-title').allInnerTexts()).map(collapseSpaces);
    await eventually(`a walkthrough "${title}"`, look, (seen) => seen.includes(title), wait);
  }

  async steps(): Promise<WalkthroughStep[]> {
    const steps = await this.content.locator('.getting-started-step').all();
    return Promise.all(
      steps.map(async (step) => ({
        title: collapseSpaces(await step.locator('.step-title').innerText({ timeout: 1_000 })),
        done: (await step.locator('[role=checkbox]').getAttribute('aria-checked', { timeout: 1_000 })) === 'true',
      })),
    );
  }

  /** Waits until exactly these steps are checked. */
  async hasDone(...titles: string[]): Promise<void> {
    const look = async () => (await this.steps()).filter(({ done }) => done).map(({ title }) => title);
    const isIt = (seen: string[]) => JSON.stringify(seen) === JSON.stringify(titles);
    await eventually(`these steps done: ${titles.join(', ')}`, look, isIt);
  }

  /** Opens a step, which shows its text and image. */
  async select(title: string): Promise<void> {
    const step = this.step(title);
    const attempt = async () => {
      if ((await step.getAttribute('aria-expanded', { timeout: 2_000 })) !== 'true') {
        await clickWhenReady(step.locator('.step-title'));
      }
      await step.locator('.step-description-container').waitFor({ timeout: 2_000 });
    };
    await keepTrying(`open the step "${title}"`, attempt);
  }

  async press(title: string, button: string): Promise<void> {
    await this.select(title);
    await this.step(title).locator('.monaco-button', { hasText: button }).click();
  }

  /** Waits for the image with this many shapes; the previous step's stays for a moment. */
  async picture(shapes: number): Promise<Picture> {
    const frame = this.content.frameLocator('iframe.webview').frameLocator('#active-frame');
    const look = () => frame.locator('svg').evaluate(readPicture, undefined, { timeout: 2_000 });
    return eventually(`a picture of ${shapes} shapes`, look, (seen) => seen.shapes === shapes && seen.width > 0);
  }

  private step(title: string): Locator {
    return this.content.locator('.getting-started-step', {
      has: this.page.locator('.step-title', { hasText: title }),
    });
  }
}
