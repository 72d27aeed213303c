/** What is known of the place an activation stands in: enough to choose one. */

/** `read` from the code, `likely` by a convention, `guess`, or `corrected` by the person. */
export type Sureness = 'read' | 'likely' | 'guess' | 'corrected';

export interface Fact<T extends string | number = string | number> {
  readonly value: T;
  readonly sureness: Sureness;
  /** Where it was read, for the chip's menu: offset in the text and the words there. */
  readonly evidence?: { readonly offset: number; readonly text: string };
}

export type Role = 'hidden' | 'output' | 'gate' | 'attention';
export type Architecture = 'mlp' | 'cnn' | 'transformer' | 'rnn' | 'gan' | 'gnn' | 'implicit' | 'autoencoder' | 'reinforcement' | 'off-policy';
export type Task =
  | 'binary' | 'multi-class' | 'multi-label' | 'regression' | 'positive-regression' | 'bounded-regression'
  | 'language-modelling' | 'segmentation' | 'generation' | 'control';
export type Constraint = 'int8' | 'mobile' | 'float16' | 'bfloat16' | 'sparsity' | 'second-derivative' | 'input-derivative' | 'cudnn-rnn';
export type Normalisation = 'batch' | 'layer' | 'group' | 'none';

/**
 * What the loss takes from the model: raw scores, probabilities, their logarithms, or the predicted values; or that it is in another file, or takes the
 * raw scores beside the function, which only shows them.
 */
export type LossInput = 'logits' | 'probabilities' | 'log-probabilities' | 'values' | 'elsewhere' | 'beside';

/** Every field that is absent is unknown, and no advice may assume it. */
export interface Situation {
  readonly framework?: Fact<string>;
  readonly role?: Fact<Role>;
  readonly architecture?: Fact<Architecture>;
  readonly task?: Fact<Task>;
  readonly lossInput?: Fact<LossInput>;
  readonly normalisation?: Fact<Normalisation>;
  readonly depth?: Fact<number>;
  readonly constraints: readonly Fact<Constraint>[];
}
