/** What a tree has in common with the one that it was made of, and tables by node that hold for both. */
import type { Difference } from './difference';
import type { Node } from './syntax';

export interface Common {
  /** The last node that stands where it stood. */
  readonly before: Node;
  /** The first of the old tree that is only moved, and how far that is. */
  readonly behind: Node;
  readonly byNode: number;
  readonly difference: Difference;
}

/** A table with the numbers of what is in common where it is now, and 0 for all that is new. */
export function carried(table: Int32Array, { before, behind, byNode }: Common, root: Node): Int32Array<ArrayBuffer> {
  const moved = new Int32Array(root + 1);
  moved.set(table.subarray(0, before + 1));
  moved.set(table.subarray(behind, root - byNode), behind + byNode);
  return moved;
}
