/** What the person set in the view of functions of a vector. */
import { exampleLogits } from '../../src/pictures/bars';

/** An affine piece of the input x, one of those that a function such as maxout takes the largest of. */
export interface Piece {
  readonly weight: number;
  readonly bias: number;
}

export interface VectorSettings {
  readonly logits: readonly number[];
  /** The class that is true, for the loss; the entry that moves, where a plot moves one. */
  readonly target: number;
  /** For functions without a temperature of their own, and for softmax as an example. */
  readonly temperature: number;
  /** The inputs of functions that make one number of many. */
  readonly pieces: readonly Piece[];
  /** Where the pieces are looked at. */
  readonly x: number;
}

export const vectorDefaults: VectorSettings = {
  logits: exampleLogits, target: 0, temperature: 1,
  // Each is the largest somewhere.
  pieces: [{ weight: -1, bias: -0.5 }, { weight: 0.2, bias: 0.4 }, { weight: 1.2, bias: -0.8 }],
  x: 0.5,
};
