/**
 * The uses of many files as a tree: by activation, file and line, or by file and line. Only what is opened is grouped, so
 * that a change costs one look at each use, however many there are.
 */
import { findActivation } from '../activations/catalogue';
import { isShown, type Filter } from './filter';
import type { Use } from './use';

/** By the address of the file. */
export type Inventory = ReadonlyMap<string, readonly Use[]>;

export type Grouping = 'activation' | 'file';

export interface ActivationBranch {
  readonly kind: 'activation';
  readonly key: string;
  readonly activation: string;
  readonly name: string;
  readonly count: number;
}

export interface FileBranch {
  readonly kind: 'file';
  readonly key: string;
  readonly uri: string;
  readonly count: number;
  /** The branch that it hangs on, whose uses alone it holds. */
  readonly parent?: ActivationBranch;
}

export interface Leaf {
  readonly kind: 'use';
  readonly key: string;
  readonly uri: string;
  readonly use: Use;
  readonly parent: FileBranch;
}

export type Node = ActivationBranch | FileBranch | Leaf;

export interface Look {
  readonly grouping: Grouping;
  readonly filter: Filter;
}

export function rootsOf(inventory: Inventory, look: Look): Node[] {
  return look.grouping === 'activation' ? activationBranches(inventory, look.filter) : fileBranches(inventory, look.filter);
}

export function childrenOf(inventory: Inventory, { filter }: Look, node: Node): Node[] {
  switch (node.kind) {
    case 'activation':
      return fileBranches(inventory, filter, node);
    case 'file':
      return leaves(inventory, filter, node);
    case 'use':
      return [];
  }
}

export function parentOf(node: Node): Node | undefined {
  return node.kind === 'activation' ? undefined : node.parent;
}

interface Totals {
  readonly uses: number;
  readonly files: number;
}

export function totalsOf(inventory: Inventory, filter: Filter): Totals {
  const branches = fileBranches(inventory, filter);
  return { uses: branches.reduce((sum, { count }) => sum + count, 0), files: branches.length };
}

/** The most used first, and by name among equals. */
export function activationBranches(inventory: Inventory, filter: Filter): ActivationBranch[] {
  const counts = new Map<string, number>();
  for (const uses of inventory.values()) {
    for (const use of uses) if (isShown(filter, use)) counts.set(use.activation, (counts.get(use.activation) ?? 0) + 1);
  }
  return [...counts]
    .map(([activation, count]): ActivationBranch => (
      { kind: 'activation', key: activation, activation, name: findActivation(activation)?.name ?? activation, count }
    ))
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
}

function fileBranches(inventory: Inventory, filter: Filter, parent?: ActivationBranch): FileBranch[] {
  const branches: FileBranch[] = [];
  for (const [uri, uses] of inventory) {
    const count = uses.reduce((sum, use) => (isIn(parent, use) && isShown(filter, use) ? sum + 1 : sum), 0);
    const key = parent === undefined ? uri : `${parent.key} ${uri}`;
    if (count > 0) branches.push({ kind: 'file', key, uri, count, ...(parent === undefined ? {} : { parent }) });
  }
  return branches.sort((a, b) => compare(a.uri, b.uri));
}

function leaves(inventory: Inventory, filter: Filter, parent: FileBranch): Leaf[] {
  const uses = inventory.get(parent.uri) ?? [];
  return uses.filter((use) => isIn(parent.parent, use) && isShown(filter, use)).map((use, index) => (
    { kind: 'use', key: `${parent.key} ${index}`, uri: parent.uri, use, parent }
  ));
}

function isIn(branch: ActivationBranch | undefined, { activation }: Use): boolean {
  return branch === undefined || branch.activation === activation;
}

/** By letters, without the cost of a person's language for thousands of paths. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
