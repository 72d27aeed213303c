/** What the person set in the view of gates. */
import type { Range } from '../../src/pictures/ranges';

/** The part of the plane that the heat map shows. */
export interface Extent {
  readonly a: Range;
  readonly b: Range;
}

export interface GateSettings {
  readonly a: number;
  readonly b: number;
  /** The crosshair stays where it was clicked. */
  readonly pinned: boolean;
  /** Absent while nobody has zoomed. */
  readonly extent: Extent | undefined;
}

export const gateDefaults: GateSettings = { a: 1, b: 1, pinned: false, extent: undefined };
