/**
 * The shape of what is known of a framework's layers, operations and losses, by their qualified names. One framework is
 * one file; whatever is in none of them is unknown. Activations are not here: `frameworks/` knows them.
 */

/** What a layer does. `container` runs its items in order, `list` only holds them. */
type LayerType =
  | 'linear' | 'convolution' | 'embedding' | 'recurrent' | 'attention' | 'normalisation' | 'dropout' | 'pooling'
  | 'reshape' | 'combination' | 'noise' | 'activation' | 'identity' | 'container' | 'list' | 'input' | 'custom';

/** What is done to a tensor. Of `reshape` and `identity` the values are those of the input, in another form at most. */
export type OperationKind =
  | Exclude<LayerType, 'container' | 'list' | 'input'>
  | 'selection' | 'arithmetic' | 'product' | 'logarithm' | 'exponential' | 'clamp' | 'mask' | 'reduction' | 'comparison' | 'decision' | 'fill' | 'chosen';

export interface LayerKind {
  readonly type: LayerType;
  /** Names of the arguments, in the order of their places. */
  readonly parameters: readonly string[];
  /** Which argument is the size it gives, and which the size it expects. */
  readonly units?: string;
  readonly inputs?: string;
  /** The axis of that size: the last, or the second for PyTorch's convolutions. */
  readonly axis?: number;
  /** Which argument is its activation, and what applies where it is not written. */
  readonly activation?: string;
  readonly activationDefault?: string;
  /** The number of axes of what it returns, where it decides it. */
  readonly rank?: number;
  /** Of a whole network: the attributes of which one is its last layer, which transfer learning puts another in the place of. */
  readonly heads?: readonly string[];
  /** Where it returns more than a tensor: `(output, state)`. */
  readonly returnsState?: boolean;
}

export interface Operation {
  readonly kind: OperationKind;
  /** How many of the first arguments are tensors; 1 where it is left out. */
  readonly tensors?: number;
  readonly parameters?: readonly string[];
  /** Of one that makes a layer and applies it at once: which argument is its size, which its activation, and what applies without one. */
  readonly units?: string;
  readonly activation?: string;
  readonly activationDefault?: string;
}

/** What a loss takes from the model: raw scores, probabilities, their logarithms, or the predicted values. */
export type LossInput = 'logits' | 'probabilities' | 'log-probabilities' | 'values';

export type LossTask = 'binary' | 'multi-class' | 'multi-label' | 'regression' | 'counts' | 'divergence';

export interface LossKind {
  readonly task: LossTask;
  readonly expects: LossInput;
  /** Names of the arguments of the call that compares. */
  readonly parameters: readonly string[];
  /** The same as they were before TensorFlow 1.0, which takes them by name alone. */
  readonly formerParameters?: readonly string[];
  /** Which of them comes from the model, and which it is compared with. */
  readonly input: string;
  readonly target: string;
  /** For a class the arguments of its constructor; a function has none. */
  readonly constructorParameters?: readonly string[];
  /** The argument that makes it take logits: `from_logits`. */
  readonly fromLogits?: string;
  /** Another argument that makes it take something else, where it is this. */
  readonly otherwise?: { readonly argument: string; readonly is: boolean; readonly expects: LossInput };
}

/** What is told a model and a loss, and brings them together. */
export interface Trainer {
  readonly parameters: readonly string[];
  readonly model: string;
  readonly loss: string;
  /** The loss of one that is told none. */
  readonly lossDefault?: string;
  /** Losses that it gives something else than the model does. */
  readonly except: readonly string[];
}

export interface Vocabulary {
  readonly layers: Readonly<Record<string, LayerKind>>;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Of tensors, by their names. */
  readonly methods: Readonly<Record<string, Operation>>;
  readonly losses: Readonly<Record<string, LossKind>>;
  /** What `compile(loss="…")` means. */
  readonly lossStrings?: Readonly<Record<string, string>>;
  /** Functions that return the model they are given. */
  readonly wrappers: readonly string[];
  /** Classes by whose objects a file defines models. */
  readonly bases: readonly string[];
  /** Modules all of whose classes are optimisers, and whose functions initialise their first argument. */
  readonly optimisers: readonly string[];
  readonly initialisers: readonly string[];
  readonly trainers?: Readonly<Record<string, Trainer>>;
}

type More = Partial<Omit<LayerKind, 'type' | 'parameters'>>;

/** A layer; `parameters` are names with blanks between them. */
export function layer(type: LayerType, parameters = '', more: More = {}): LayerKind {
  return { type, parameters: words(parameters), ...more };
}

export function operation(kind: OperationKind, parameters = '', tensors = 1): Operation {
  return { kind, tensors, parameters: words(parameters) };
}

export function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

/** A table of one entry under many names. */
export function each<T>(names: string, entry: T): Record<string, T> {
  return Object.fromEntries(words(names).map((name) => [name, entry]));
}

/** The entries of a table under a module. */
export function within<T>(module: string, table: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([name, entry]) => [`${module}.${name}`, entry]));
}
