/** What a variable or expression holds, where calling it computes an activation. */
import { findSymbol, type Found } from '../../frameworks/lookup';
import { nameOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { inferredAt } from '../conventions';
import { isOfDerivative } from '../formulas/evidence';
import { isCalledSo, isNameOf } from '../formulas/naming';
import { meaningOf, type Meaning } from '../parameters';
import { qualifiedNames, type Reading } from '../reading';

export interface Held {
  readonly found: Found;
  /** Arguments that it was given on the way. */
  readonly written: readonly Argument[];
  /** What a call of it makes: a `class` an instance; a `function` or an `instance` the values. Only an instance takes no more arguments. */
  readonly stage: 'class' | 'function' | 'instance';
  /** False where a caller or a condition may put another in its place. */
  readonly certain: boolean;
}

/** `nothing` adds nothing to what else a variable may hold, as `None` does; undefined is unknown. */
export type Holding = Held | 'nothing' | undefined;

/** How an expression is looked at, from within a look at another. */
export type Hold = (node: Node, within?: Reading) => Holding;

export function uncertain(holding: Holding): Holding {
  return holding === undefined || holding === 'nothing' ? holding : { ...holding, certain: false };
}

/** Methods of a module that give the module itself. */
export const sameModule = /^(to|cuda|cpu|half|float|double|bfloat16|train|eval|requires_grad_|type|xpu|npu|share_memory|shard|to_float|add_prim_attr|set_train|set_grad)$/;

/** What all agree on. */
export function agreed(reading: Reading, holdings: readonly Holding[]): Holding {
  const known = holdings.filter((holding) => holding !== undefined && holding !== 'nothing');
  if (holdings.includes(undefined) || holdings.length === 0) return undefined;
  if (known.length === 0) return 'nothing';
  const telling = known.some(isActive) ? known.filter(isActive) : known;
  const first = telling.find(({ found }) => found.isOwn !== true) ?? telling[0];
  if (first === undefined || telling.some((holding) => !means(reading, holding, first))) return undefined;
  return { ...first, certain: telling.length === known.length && telling.every(({ certain }) => certain) };
}

/** False for `nn.Identity()`, which stands where an activation is left out. */
export function isActive({ found }: Held): boolean {
  return found.symbol.activation !== 'identity';
}

/** What the file itself writes out, and neither derives from a library's nor only calls so. */
export function isHandWritten({ isOwn, isInferred, isDerived }: Found): boolean {
  return isOwn === true && isInferred !== true && isDerived !== true;
}

function means(reading: Reading, one: Held, other: Held): boolean {
  if (one.found.symbol === other.found.symbol && one.stage === other.stage && one.written.length + other.written.length === 0) return true;
  const said = (held: Held): string => JSON.stringify([held.stage, meaningOfHeld(reading, held)]);
  return said(one) === said(other);
}

/** The activation that a call with these arguments computes. */
export function meaningOfHeld(reading: Reading, { found, written, stage }: Held, call: readonly Argument[] = []): Meaning | undefined {
  return meaningOf(reading, found.symbol, stage === 'instance' ? written : joined(written, call));
}

/** Arguments as `partial` passes them on: what is written by position first. */
export function joined(earlier: readonly Argument[], later: readonly Argument[]): readonly Argument[] {
  const all = [...earlier, ...later];
  return [...all.filter(({ keyword, stars }) => keyword === undefined && stars < 2), ...all.filter(({ keyword, stars }) => keyword !== undefined || stars === 2)];
}

/** The function or module that a name is through imports. */
export function foundAt(reading: Reading, node: Node): Found | undefined {
  for (const name of qualifiedNames(reading, node)) {
    const found = findSymbol(name);
    if (found) return found.framework.isAccessory !== true || reading.scope.includes(found.framework) || isWithinOneCalledSo(reading, node, found) ? found : undefined;
  }
  const { known, aliases, callables, callableAttributes } = reading.locals;
  const called = reading.tree.kind(node) === Kind.Attribute ? callableAttributes : callables;
  return known[node] === 1 || aliases[node] === 1 || called.has(nameOf(reading.tree, node)) ? inferredAt(reading, node) : undefined;
}

/** `np.tanh(x)` in what the file itself calls so, `class Tanh` or `def tanh(x)`, or its derivative, `def tanh_prime(x)`, is no mere mathematics. */
function isWithinOneCalledSo({ tree, names }: Reading, node: Node, { symbol }: Found): boolean {
  const inner = names.enclosingDefinition(node);
  const outer = inner === NONE ? NONE : names.enclosingDefinition(inner);
  const isOne = (name: string): boolean => isCalledSo(symbol.activation, name) || (isOfDerivative(name) && isNameOf(symbol.activation, name));
  return [inner, outer].some((definition) => definition !== NONE && isOne(nameOf(tree, definition)));
}

export function heldSymbol(found: Found): Held {
  return { found, written: [], stage: found.symbol.form === 'module' ? 'class' : 'function', certain: true };
}
