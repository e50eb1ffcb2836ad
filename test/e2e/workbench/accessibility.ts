import type { Page } from 'playwright-core';
import { eventually, matches, collapseSpaces, type Text, type WaitOptions } from './eventually';

/** An element as the browser exposes it to a screen reader. */
export interface AccessibleNode {
  /** The ARIA role, such as `treeitem`. Chromium's own roles start with a capital letter. */
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** Such as `expanded`, `level`, `checked`, `modal`, `live`. */
  readonly states: Readonly<Record<string, unknown>>;
}

/** The window's accessibility tree, built by the browser from the whole page. */
export class AccessibilityTree {
  constructor(private readonly page: Page) {}

  /** Everything currently in it. */
  async all(): Promise<AccessibleNode[]> {
    const session = await this.page.context().newCDPSession(this.page);
    try {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      return nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name, description, properties = [] }) => ({
          role: textOf(role?.value),
          name: textOf(name?.value),
          description: textOf(description?.value),
          states: Object.fromEntries(
            properties.map((property): [string, unknown] => [property.name, property.value.value]),
          ),
        }));
    } finally {
      await session.detach();
    }
  }

  /** The names of all elements with this role. */
  async names(role: string): Promise<string[]> {
    return (await this.all()).filter((each) => each.role === role).map(({ name }) => name);
  }

  async hasNames(role: string, names: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(names);
    await eventually(
      `each ${role} of ${wanted}`,
      () => this.names(role),
      (seen) => JSON.stringify(seen) === wanted,
    );
  }

  /** Waits for the element with this role and name, and returns it. A string must match the whole name. */
  async has(role: string, name: Text, wait?: WaitOptions): Promise<AccessibleNode> {
    const isIt = (each: AccessibleNode) =>
      each.role === role && (typeof name === 'string' ? each.name === name : matches(name, each.name));
    const seen = await eventually(
      `a ${role} "${String(name)}" in the accessibility tree`,
      async () => (await this.all()).filter((each) => each.role === role),
      (nodes) => nodes.some(isIt),
      wait,
    );
    const found = seen.find(isIt);
    if (found === undefined) {
      throw new Error(`The ${role} "${String(name)}" went away`);
    }
    return found;
  }

  /** Waits until an element's description, such as a box's prompt, matches. */
  async describes(role: string, name: Text, description: Text): Promise<void> {
    await eventually(
      `the description ${String(description)} of the ${role} "${String(name)}"`,
      () => this.has(role, name),
      (seen) => matches(description, seen.description),
    );
  }

  /** Waits until this element has focus. */
  async hasFocus(role: string, name: string): Promise<void> {
    await eventually(
      `the focus on the ${role} "${name}"`,
      async () => (await this.all()).filter(({ states }) => states['focused'] === true),
      (focused) => focused.some((each) => each.role === role && each.name === name),
    );
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? collapseSpaces(value) : '');
