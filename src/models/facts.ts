/**
 * What a file does with models, in the order in which it would do it: which layers and functions are applied to which
 * values, which loss receives what, which optimiser trains what. Rules ask here and never walk the syntax for flow.
 *
 *     const last = lastOperation(loss.input);          // questions.ts
 *     if (last?.activation?.id === 'softmax') …
 */
import type { Node } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { OperationKind, LossInput } from './vocabulary/vocabulary';
import type { ActivationUse, Arguments, Instance, Layer, Loss, Optimiser, Run, Value } from './values';

/** A layer, a function, an operator or a method applied to values. */
export interface Application {
  readonly kind: OperationKind;
  /** The qualified name of a layer or function (`torch.matmul`), the name of a method (`view`), the sign of an operator (`+`). */
  readonly name: string;
  /** The expression whose value the result is; for the activation of a Keras layer the place where it is written. */
  readonly node: Node;
  readonly layer: Layer | undefined;
  readonly activation: ActivationUse | undefined;
  /** What a table, a caller or a default chooses where nothing is known of what is called: it is listed, and nothing follows from it. */
  readonly chosen?: Usage;
  /** Of an activation: the axis it runs over, where it is a constant; `missing` where none is passed. */
  readonly axis: number | 'missing' | undefined;
  /** The tensors that it reads, in the order of the arguments. */
  readonly inputs: readonly Value[];
  readonly arguments: Arguments;
  readonly output: Value;
  /** Whether it overwrites its first input. */
  readonly isInPlace: boolean;
  readonly order: number;
  readonly run: Run;
  readonly contexts: readonly Context[];
  /** The innermost branch of the program that it is in. */
  readonly way: Way | undefined;
}

/** One of the ways that a program may take where it branches. */
export interface Way {
  /** Those of one branching share its number. */
  readonly branching: number;
  readonly place: number;
  readonly outer: Way | undefined;
  /** False where it returns or raises, so that nothing behind the branching follows on it. */
  goesOn: boolean;
}

/** A `with` block or decorator around what happens: autocast, no_grad, GradientTape, custom_object_scope. */
export interface Context {
  /** The qualified name of what is called: `torch.autocast`. */
  readonly name: string;
  readonly node: Node;
  readonly arguments: Arguments;
}

/** A loss that receives a value: by a call, or as the loss of `compile` with the output of the model. */
export interface LossUse {
  readonly via: 'call' | 'compile';
  /** The model that is compiled with it. */
  readonly model?: Layer | Instance;
  readonly loss: Loss;
  /** What the loss takes as it is written; undefined where `from_logits` is computed, or where it is one of several losses. */
  readonly expects: LossInput | undefined;
  /** The value that the model gives, and the one it is compared with. */
  readonly input: Value;
  readonly inputNode: Node;
  readonly target: Value | undefined;
  /** The call of the loss, or the loss in the arguments of `compile`. */
  readonly node: Node;
  readonly run: Run;
  readonly contexts: readonly Context[];
}

/** `model.compile(…)` */
export interface Compilation {
  readonly node: Node;
  readonly model: Layer | Instance;
  /** What the model gives for an input. */
  readonly output: Value;
  readonly arguments: Arguments;
}

/** A call of something that is imported: exports, initialisers, transforms, whatever a rule wants to know of. */
export interface LibraryCall {
  /** `torch.onnx.export` */
  readonly name: string;
  readonly node: Node;
  /** Those with a name by it, the others by their place: `0`, `1`. */
  readonly arguments: Arguments;
  readonly mayHaveMore: boolean;
  readonly run: Run;
}

/** A call of a method of something that is not followed: `model.half()`, `results.export(int8=True)`. */
export interface MethodCall extends LibraryCall {
  readonly receiver: Value;
}

/** `nn.init.xavier_uniform_(layer.weight)`; initialisers that a Keras layer takes are among its arguments. */
export interface Initialisation {
  readonly name: string;
  readonly node: Node;
  /** The weights: of a layer, or of all layers of some kinds. */
  readonly target: Value;
  readonly arguments: Arguments;
}

/** Something that is called as a model: an object of a class of the file, a Sequential, a functional model. */
export interface Model {
  readonly value: Instance | Layer;
  readonly name: string;
  /** The class, or the call that made it. */
  readonly node: Node;
  /** What it gives for an input of which nothing is known. */
  readonly output: Value;
  /** What is applied on the way, inner models included, in order. */
  readonly applications: readonly Application[];
  /** Every layer that it holds, inner models included, in the order in which they are made. */
  readonly layers: readonly Layer[];
}

export interface Facts {
  readonly applications: readonly Application[];
  readonly losses: readonly LossUse[];
  readonly compilations: readonly Compilation[];
  readonly layers: readonly Layer[];
  readonly models: readonly Model[];
  readonly optimisers: readonly Optimiser[];
  readonly initialisations: readonly Initialisation[];
  readonly libraryCalls: readonly LibraryCall[];
  readonly methodCalls: readonly MethodCall[];
  /** False where the file was too much to be followed to its end: then nothing may be concluded from what is absent. */
  readonly isComplete: boolean;
}
