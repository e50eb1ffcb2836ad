import { isDeepStrictEqual } from 'node:util';
import type { StudyId, WorkspaceId } from '../../api';
import type { HandedOutRows } from '../../prompts/commandTarget';
import type { Target } from '../../workspaces/store/changeQueue';
import type { Appearance } from '../appearance';
import { projectRow } from '../rows/project';
import { projectsRow } from '../rows/projects';
import { pathToStudy } from '../rows/studies/studyGroup';
import type { Row } from '../rows/row';
import { appearanceOf, basisOf, childrenOf } from '../rows/rowKinds';
import { workspaceRow } from '../rows/workspace';
import type { Sources } from '../sources';

/** What VS Code has been given for a row, or for the root if `row` is undefined. */
interface Drawn {
  readonly row: Row | undefined;
  readonly parent: Drawn | undefined;
  /** The child rows passed to VS Code, by id. */
  below: ReadonlyMap<string, Drawn>;
  /** The ids of the child rows, in VS Code's order. Undefined if VS Code is about to ask. */
  order: string | undefined;
  /** Whether VS Code was told of children it hasn't asked for yet. */
  isUnanswered: boolean;
  /** The row's appearance in VS Code. Undefined if VS Code is about to ask. */
  look: { readonly appearance: Appearance | undefined; readonly basis: readonly unknown[] | undefined } | undefined;
}

/** A workspace, one of its projects, or a study in that. */
export interface RevealTarget extends Target {
  readonly studyId?: StudyId | undefined;
}

/** A row VS Code has to redraw, including everything below it. Undefined for the root. */
export type Change = Row | undefined;

/**
 * Tracks what VS Code has been given of the tree, so that only differences are redrawn. VS Code identifies rows by
 * identity, so each row is one object for as long as it's in the tree. Rows are frozen, since other extensions can get
 * hold of them.
 */
export class DrawnRows {
  readonly #root: Drawn = drawnOf(undefined, undefined);
  readonly #ofRow = new WeakMap<Row, Drawn>();

  constructor(
    private readonly sources: () => Sources,
    private readonly handedOut: HandedOutRows,
    private readonly roots: (sources: Sources) => readonly Row[],
  ) {}

  /** Returns the children of a row, or the root rows. */
  children(row?: Row): readonly Row[] {
    const above = this.#find(row);
    above.isUnanswered = false;
    this.#setChildren(above, this.#rowsBelow(row, this.sources()));
    return [...above.below.values()].flatMap((child) => child.row ?? []);
  }

  /** Returns how a row looks. Undefined once what it represents is gone. */
  appearance(row: Row): Appearance | undefined {
    const found = this.#find(row);
    this.#look(found, row, this.sources());
    return found.look?.appearance;
  }

  /** Whether VS Code hasn't asked for a row's children since it was told that they changed. */
  isUnanswered(row: Row): boolean {
    return this.#find(row).isUnanswered;
  }

  parent(row: Row): Row | undefined {
    return this.#find(row).parent?.row;
  }

  /** Returns a row of the Workspaces view, even if VS Code hasn't asked for it yet. Undefined if there is none. */
  rowOf(target: RevealTarget): Row | undefined {
    const sources = this.sources();
    const path = pathTo(target, sources);
    return path?.every((row) => appearanceOf(row, sources) !== undefined) === true
      ? path.reduce((above: Drawn, row) => this.#handOut(row, above), this.#root).row
      : undefined;
  }

  /** Records changes in one workspace, or anywhere, and returns what VS Code has to redraw. */
  takeChanges(workspaceId?: WorkspaceId): readonly Change[] {
    const start = workspaceId === undefined ? this.#root : this.#root.below.get(workspaceRow(workspaceId).id);
    return start === undefined ? [] : this.#changesIn(start, this.sources());
  }

  #rowsBelow(row: Row | undefined, sources: Sources): readonly Row[] {
    return row === undefined ? this.roots(sources) : childrenOf(row, sources);
  }

  #changesIn(drawn: Drawn, sources: Sources): readonly Change[] {
    const { row, look, order } = drawn;
    const looksOther = row !== undefined && look !== undefined && this.#look(drawn, row, sources);
    const rows = order === undefined ? [] : this.#rowsBelow(row, sources);
    const hasOthers = order !== undefined && orderOf(rows) !== order;
    if (!looksOther && !hasOthers) {
      return [...drawn.below.values()].flatMap((child) => this.#changesIn(child, sources));
    }
    if (hasOthers) {
      this.#setChildren(drawn, rows);
      drawn.isUnanswered = true;
    }
    drawn.below.forEach(willBeAskedFor);
    return [row];
  }

  /** Records how a row looks now. Returns whether that changed. */
  #look(drawn: Drawn, row: Row, sources: Sources): boolean {
    const before = drawn.look;
    const basis = basisOf(row, sources);
    if (basis !== undefined && before?.basis?.every((value, index) => value === basis[index]) === true) {
      return false;
    }
    const appearance = appearanceOf(row, sources);
    drawn.look = { appearance, basis };
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
    const made = drawnOf(Object.freeze(row), parent);
    this.#ofRow.set(row, made);
    this.handedOut.add(row);
    return made;
  }

  /** VS Code may still ask about a row that has left the tree; that doesn't affect what's recorded. */
  #find(row: Row | undefined): Drawn {
    return row === undefined ? this.#root : (this.#ofRow.get(row) ?? drawnOf(row, undefined));
  }
}

/** The rows from the root down to the one that's looked for. Undefined if there is none. */
function pathTo({ workspaceId, projectId, studyId }: RevealTarget, sources: Sources): readonly Row[] | undefined {
  const above = [workspaceRow(workspaceId)];
  if (projectId === undefined) {
    return above;
  }
  const project = projectRow(workspaceId, projectId);
  const toProject = [...above, projectsRow(workspaceId), project];
  if (studyId === undefined) {
    return toProject;
  }
  const toStudy = pathToStudy(project, studyId, sources);
  return toStudy && [...toProject, ...toStudy];
}

function drawnOf(row: Row | undefined, parent: Drawn | undefined): Drawn {
  return { row, parent, below: new Map(), order: undefined, isUnanswered: false, look: undefined };
}

/** VS Code redraws a row with everything below it, and asks for its children again. */
function willBeAskedFor(drawn: Drawn): void {
  drawn.order = undefined;
  drawn.look = undefined;
  drawn.below.forEach(willBeAskedFor);
}

function orderOf(rows: readonly Row[]): string {
  return rows.map(({ id }) => id).join('\n');
}
