/**
 * What an expression may stand for, as far as it matters to models. A value is known by identity: two layers that are
 * written alike are two layers, and one that is called twice is one.
 *
 * Whatever is not followed is `unknown`. Where branches of a program disagree, a value is `alternatives`, of which one
 * may be `unknown`; no rule may pick among them.
 */
import type { Usage } from '../usages/usage';
import type { Literal } from '../python/literals';
import type { Node } from '../python/syntax';
import type { LayerKind, LossKind } from './vocabulary/vocabulary';
import type { Application } from './facts';

export type Value =
  | Unknown | Constant | Tuple | List | Dictionary | Tensor | Layer | SomeLayer | Instance | ClassValue | FunctionValue
  | Method | Super | Library | Loss | Optimiser | Parameters | Partial | Absent | Alternatives;

interface Unknown {
  readonly kind: 'unknown';
}

interface Constant {
  readonly kind: 'constant';
  readonly value: Exclude<Literal, undefined>;
  /** Where it is written. */
  readonly node: Node;
}

/** Items that never change; what a list, a Sequential or a ModuleList holds at one moment is one too. */
export interface Tuple {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
  /** True where there may be more items than these, or fewer. */
  readonly isOpen: boolean;
}

/** Named places that are written to while the program runs: variables, attributes, the items of a list. */
export interface Slots {
  readonly values: Map<string, Value>;
  /** Whether they end with the call that made them. */
  readonly isLocal: boolean;
}

/** The slot of an object for what its class inherits from an imported one: a name that no attribute can have, as `base` is often one. */
export const inheritedSlot = 'super()';

/** Its items are a `Tuple` in the slot `items`. */
export interface List {
  readonly kind: 'list';
  readonly slots: Slots;
}

/** By keys that are strings; others make it open. */
export interface Dictionary {
  readonly kind: 'dictionary';
  readonly slots: Slots;
  isOpen: boolean;
}

/** The size of an axis that a layer decides: the last for a Linear, the second for a Conv2d of PyTorch. */
export interface Features {
  readonly axis: number;
  readonly size: number | undefined;
}

export interface Tensor {
  readonly kind: 'tensor';
  /** What made it; undefined for what comes from outside, such as `keras.Input`. */
  readonly source: Application | undefined;
  readonly features: Features | undefined;
  /** The number of its axes, where it is known. */
  readonly rank: number | undefined;
  /** Everything it went into, in the order of evaluation. */
  readonly uses: Application[];
}

/** What is passed to a call, by the name of the parameter. */
export type Arguments = ReadonlyMap<string, { readonly value: Value; readonly node: Node }>;

/** A use of an activation: a layer, a function, a method, a string. */
export interface ActivationUse {
  /** An id of `activations/`. */
  readonly id: string;
  /** The call, or the name or string where it is only named. */
  readonly node: Node;
  readonly usage: Usage | undefined;
}

/** An object of a framework's layer, container or model class. */
export interface Layer {
  readonly kind: 'layer';
  readonly layer: LayerKind;
  /** The qualified name as documented: `torch.nn.Linear`, `keras.layers.Dense`. */
  readonly name: string;
  /** The call that made it. */
  readonly node: Node;
  readonly arguments: Arguments;
  /** Whether a `*args` or `**kwargs` may have set what `arguments` does not have. */
  readonly mayHaveMore: boolean;
  /** Its own function: that of an activation layer, or the `activation=` of a Keras layer. `unknown` where it cannot be read. */
  readonly activation: ActivationUse | 'unknown' | undefined;
  /** The size that it gives to its axis, where it is a constant. */
  readonly units: number | undefined;
  /** The size that it expects there. */
  readonly inputs: number | undefined;
  /** `items` of a container; `inputs` and `outputs` of a functional model; attributes that were assigned. */
  readonly slots: Slots;
}

/** Whatever passes `isinstance(m, nn.Linear)`: how initialisers of whole models are written. */
interface SomeLayer {
  readonly kind: 'some-layer';
  /** Qualified names, or the classes of the file as they are called. */
  readonly names: readonly string[];
}

/** An object of a class that the file defines. */
export interface Instance {
  readonly kind: 'instance';
  readonly class: ClassValue;
  /** The call that made it; the class where it was made only to be looked at. */
  readonly node: Node;
  /** Its attributes. */
  readonly slots: Slots;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly name: string;
  readonly node: Node;
  readonly bases: readonly Value[];
  /** What its body binds. */
  readonly slots: Slots;
  readonly closure: Frame;
}

export interface FunctionValue {
  readonly kind: 'function';
  /** A FunctionDef, AsyncFunctionDef or Lambda. */
  readonly node: Node;
  readonly closure: Frame;
  /** The object that a bound method belongs to, and the class whose method it is. */
  readonly self: Value | undefined;
  readonly owner: ClassValue | undefined;
}

/** An attribute of something whose attributes are not known one by one: `x.view`, `model.parameters`. */
export interface Method {
  readonly kind: 'method';
  readonly receiver: Value;
  readonly name: string;
  readonly node: Node;
}

/** `super()` in a method of a class. */
interface Super {
  readonly kind: 'super';
  readonly self: Value;
  readonly owner: ClassValue;
}

/** Where a list has no item on one of the ways to here: a Sequential passes its input on. */
interface Absent {
  readonly kind: 'absent';
}

/** Something that is imported, by its documented name; also a builtin, as `builtins.len`. */
export interface Library {
  readonly kind: 'library';
  readonly name: string;
  readonly node: Node;
  readonly usage: Usage | undefined;
}

/** An object of a loss class, or a loss function that is only named. */
export interface Loss {
  readonly kind: 'loss';
  readonly loss: LossKind;
  readonly name: string;
  readonly node: Node;
  readonly arguments: Arguments;
  readonly mayHaveMore: boolean;
}

export interface Optimiser {
  readonly kind: 'optimiser';
  readonly name: string;
  readonly node: Node;
  readonly arguments: Arguments;
}

/** `layer.weight` with its name; `model.parameters()` without one. */
interface Parameters {
  readonly kind: 'parameters';
  readonly of: Value;
  readonly name: string | undefined;
}

interface Partial {
  readonly kind: 'partial';
  readonly callee: Value;
  readonly passed: readonly PassedArgument[];
  /** Whether it gives the gradients of what is called. */
  readonly isDerivative?: boolean;
  /** Whether it is applied to each of the samples that are passed: what is called sees one of them. */
  readonly isMapped?: boolean;
}

/** Two to eight different values. */
interface Alternatives {
  readonly kind: 'alternatives';
  readonly values: readonly Value[];
}

/** One argument of a call as it was evaluated. */
export interface PassedArgument {
  readonly stars: 0 | 1 | 2;
  readonly keyword: string | undefined;
  readonly value: Value;
  readonly node: Node;
}

/** The variables of the module, of a class body or of one call of a function. */
export interface Frame {
  readonly kind: 'module' | 'class' | 'function';
  readonly slots: Slots;
  readonly parent: Frame | undefined;
  readonly node: Node;
  readonly run: Run;
  /** For `super()`. */
  readonly self: Value | undefined;
  readonly owner: ClassValue | undefined;
  readonly returns: Value[];
  outer: Map<string, Frame> | undefined;
  isGenerator: boolean;
}

/** One call of a function of the file, or the module itself: what happens in it happens together. */
export interface Run {
  readonly node: Node;
  readonly parent: Run | undefined;
  /** The model whose method is running. */
  readonly self: Value | undefined;
  readonly depth: number;
}

export const unknown: Unknown = { kind: 'unknown' };
export const absent: Absent = { kind: 'absent' };
export const none: Constant = { kind: 'constant', value: null, node: 0 };

export function newSlots(isLocal = false): Slots {
  return { values: new Map(), isLocal };
}

export function tupleOf(items: readonly Value[], isOpen = false): Tuple {
  return { kind: 'tuple', items, isOpen };
}

export function constantOf(value: Value | undefined): Literal {
  return value?.kind === 'constant' ? value.value : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  const constant = constantOf(value);
  return typeof constant === 'number' ? constant : undefined;
}

export function stringOf(value: Value | undefined): string | undefined {
  const constant = constantOf(value);
  return typeof constant === 'string' ? constant : undefined;
}

/** The items of a tuple, list or container of layers. */
export function itemsOf(value: Value | undefined): Tuple | undefined {
  if (value?.kind === 'tuple') return value;
  if (value?.kind !== 'list' && value?.kind !== 'layer') return undefined;
  const items = value.slots.values.get('items');
  return items?.kind === 'tuple' ? items : undefined;
}
