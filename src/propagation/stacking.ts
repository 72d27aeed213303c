/** How the layers of a network are put on each other, and what they are given. */
export interface Stacking {
  /** The variance of the inputs, whose mean is 0. */
  readonly input: number;
  /**
   * Whether each layer after the first adds what it makes to what it was given: h + W f(h) + b. As W is independent of h, and has
   * the mean 0, the variances add: q′ = q + σ_w² E f(h)² + σ_b², and so do the squares of the gradients: 1 + χ.
   */
  readonly residual: boolean;
}

export const plainStacking: Stacking = { input: 1, residual: false };
