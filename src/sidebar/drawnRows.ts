import { isDeepStrictEqual } from 'node:util';
import type { WorkspaceId } from '../api';
import type { HandedOutRows } from '../prompts/commandTarget';
import type { Target } from '../workspaces/store/changeQueue';
import type { Appearance } from './appearance';
import { projectRow } from './rows/project';
import { projectsRow } from './rows/projects';
import type { Row } from './rows/row';
import { appearanceOf, basisOf, childrenOf } from './rows/rowKinds';
import { workspaceRow } from './rows/workspace';
import type { Sources } from './sources';

/** What VS Code has of a row, or of the root, where `row` is undefined. */
interface Drawn {
  readonly row: Row | undefined;
  readonly parent: Drawn | undefined;
  /** The rows below that were handed out, by id. */
  below: ReadonlyMap<string, Drawn>;
  /** The ids of the rows below, in VS Code's order; undefined where VS Code is going to ask. */
  order: string | undefined;
  /** How the row looks to VS Code; undefined where VS Code is going to ask. */
  look: { readonly appearance: Appearance | undefined; readonly basis: readonly unknown[] | undefined } | undefined;
}

/** A row that VS Code has to draw again with everything below it; undefined for the root. */
export type Change = Row | undefined;

/**
 * What VS Code has been given of the tree, so that it is told to draw again only what differs. VS Code knows rows by
 * identity: each is one object for as long as it is in the tree, frozen, since other extensions can be handed it.
 */
export class DrawnRows {
  readonly #root: Drawn = drawn(undefined, undefined);
  readonly #ofRow = new WeakMap<Row, Drawn>();

  constructor(
    private readonly sources: () => Sources,
    private readonly handedOut: HandedOutRows,
  ) {}

  /** The rows below a row, or at the root. */
  children(row?: Row): readonly Row[] {
    const above = this.#find(row);
    this.#setChildren(above, childrenOf(row, this.sources()));
    return [...above.below.values()].flatMap((child) => child.row ?? []);
  }

  /** How a row looks; undefined once the thing that it stands for is gone. */
  appearance(row: Row): Appearance | undefined {
    const found = this.#find(row);
    this.#look(found, row, this.sources());
    return found.look?.appearance;
  }

  parent(row: Row): Row | undefined {
    return this.#find(row).parent?.row;
  }

  /** The row of a workspace or a project, whether VS Code has asked for it yet or not; undefined where there is none. */
  rowOf({ workspaceId, projectId }: Target): Row | undefined {
    const sources = this.sources();
    const path: readonly Row[] = [
      workspaceRow(workspaceId),
      ...(projectId === undefined ? [] : [projectsRow(workspaceId), projectRow(workspaceId, projectId)]),
    ];
    return path.every((row) => appearanceOf(row, sources) !== undefined)
      ? path.reduce((above: Drawn, row) => this.#handOut(row, above), this.#root).row
      : undefined;
  }

  /** Takes note of what has changed in one workspace, or anywhere, and returns what VS Code has to draw again. */
  takeChanges(workspaceId?: WorkspaceId): readonly Change[] {
    const start = workspaceId === undefined ? this.#root : this.#root.below.get(workspaceRow(workspaceId).id);
    return start === undefined ? [] : this.#changesIn(start, this.sources());
  }

  #changesIn(place: Drawn, sources: Sources): readonly Change[] {
    const { row, look, order } = place;
    const looksOther = row !== undefined && look !== undefined && this.#look(place, row, sources);
    const rows = order === undefined ? [] : childrenOf(row, sources);
    const hasOthers = order !== undefined && orderOf(rows) !== order;
    if (!looksOther && !hasOthers) {
      return [...place.below.values()].flatMap((child) => this.#changesIn(child, sources));
    }
    if (hasOthers) {
      this.#setChildren(place, rows);
    }
    place.below.forEach(willBeAskedFor);
    return [row];
  }

  /** Takes note of how a row looks by now. Returns whether that is different. */
  #look(place: Drawn, row: Row, sources: Sources): boolean {
    const before = place.look;
    const basis = basisOf(row, sources);
    if (basis !== undefined && before?.basis?.every((value, index) => value === basis[index]) === true) {
      return false;
    }
    const appearance = appearanceOf(row, sources);
    place.look = { appearance, basis };
    return !isDeepStrictEqual(before?.appearance, appearance);
  }

  #setChildren(above: Drawn, rows: readonly Row[]): void {
    above.below = new Map(rows.map((row) => [row.id, above.below.get(row.id) ?? this.#make(row, above)]));
    above.order = orderOf(rows);
  }

  #handOut(row: Row, above: Drawn): Drawn {
    const known = above.below.get(row.id);
    if (known !== undefined) {
      return known;
    }
    const made = this.#make(row, above);
    above.below = new Map([...above.below, [row.id, made]]);
    return made;
  }

  #make(row: Row, parent: Drawn): Drawn {
    const made = drawn(Object.freeze(row), parent);
    this.#ofRow.set(row, made);
    this.handedOut.add(row);
    return made;
  }

  /** VS Code may still ask about a row that has left the tree, and is then answered apart from it. */
  #find(row: Row | undefined): Drawn {
    return row === undefined ? this.#root : (this.#ofRow.get(row) ?? drawn(row, undefined));
  }
}

function drawn(row: Row | undefined, parent: Drawn | undefined): Drawn {
  return { row, parent, below: new Map(), order: undefined, look: undefined };
}

/** With a row VS Code draws everything below it again, and asks for it. */
function willBeAskedFor(place: Drawn): void {
  place.order = undefined;
  place.look = undefined;
  place.below.forEach(willBeAskedFor);
}

function orderOf(rows: readonly Row[]): string {
  return rows.map(({ id }) => id).join('\n');
}
