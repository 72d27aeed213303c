/** Names that a file gives to activations, so that all its other names need not be resolved. */
import { statementsOf } from '../../python/dependencies';
import { assignedValue, assignmentOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { WordSet } from '../../python/words';
import { isVariable, namedTargets } from '../holding/targets';
import { Gathered } from './gathered';
import { noteStatement } from './noting';
import type { Portion } from './portion';

export interface Locals {
  /** `r` in `from torch.nn.functional import relu as r`, `Act` in `Act = nn.GELU`, where all of the module may see it. */
  readonly callables: ReadonlySet<string>;
  /** Those of them that are attributes: `F.act = F.relu`. */
  readonly callableAttributes: ReadonlySet<string>;
  /** 1 for the Names and Attributes that are called so within their statement alone. */
  readonly aliases: Uint8Array;
  /** The callables, and names of definitions that may implement an activation. */
  readonly called: Pick<WordSet, 'has'>;
  /** `hidden` in `hidden = "relu"`. */
  readonly strings: ReadonlySet<string>;
  /** 1 for the Names and Attributes that may be a framework's name of an activation. */
  readonly known: Uint8Array;
  /** 1 for the Strings that stand for an activation somewhere. */
  readonly texts: Uint8Array;
  /** Variables, parameters and attributes whose value mentions an activation: `act` in `self.act = nn.GELU()`. */
  readonly holders: ReadonlySet<string>;
  /** Those of them that are not only names of variables. */
  readonly heldAttributes: ReadonlySet<string>;
  /** What is appended to rows, by the name of the row; `NONE` among it for what is not known. */
  readonly appended: ReadonlyMap<string, readonly Node[]>;
  /** Keys of entries that tables are given one by one. */
  readonly filled: ReadonlySet<string>;
  /** Names of definitions that may implement an activation. */
  readonly implementers: ReadonlySet<string>;
  /** By the top-level statement. */
  readonly noted: ReadonlyMap<Node, Noted>;
}

/** What was noted of a statement, and where that is. */
export interface Noted {
  readonly first: Node;
  readonly portion: Portion;
}

export function localsOf(tree: SyntaxTree): Locals {
  const locals = new Gathered(tree);
  for (const { first, root } of statementsOf(tree)) noteStatement(locals, first, root);
  holdMade(locals);
  return locals;
}

/** What is bound to something of a definition may stand before it: `self.act = Swish()`. */
export function holdMade(locals: Gathered, areSameImplementers = false): void {
  for (const { first, portion } of locals.implementers.size === 0 ? [] : locals.noted.values()) {
    if (!areSameImplementers || portion.made === undefined) portion.made = madeIn(locals, first, portion);
    for (const node of portion.made) {
      if (isVariable(locals.tree, first + node)) locals.holdVariable(first + node);
      else locals.hold(first + node);
    }
  }
}

/** Whether a variable or attribute may hold an activation, or its name: a cheap test before it is resolved. */
export function mayHold({ tree, locals }: { readonly tree: SyntaxTree; readonly locals: Locals }, node: Node): boolean {
  switch (tree.kind(node)) {
    case Kind.Name:
      return locals.holders.has(nameOf(tree, node));
    case Kind.Attribute:
      return locals.heldAttributes.has(nameOf(tree, node));
    default:
      return false;
  }
}

function madeIn({ tree, implementers }: Gathered, first: Node, { bindings }: Portion): Node[] {
  const made: Node[] = [];
  for (const binding of bindings) {
    const value = assignedValue(tree, first + binding);
    if (value === NONE || !implementers.has(nameOf(tree, tree.kind(value) === Kind.Call ? tree.firstChild(value) : value))) continue;
    const { targets = [] } = assignmentOf(tree, first + binding) ?? {};
    made.push(...targets.flatMap((target) => namedTargets(tree, target)).map((node) => node - first));
  }
  return made;
}
