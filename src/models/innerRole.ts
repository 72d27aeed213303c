/** What an activation is for inside its model, by what becomes of its values. */
import { nameOf } from '../python/parts';
import type { SyntaxTree } from '../python/syntax';
import type { Application } from './facts';
import { consumersOf, lastActivations, lastOperation } from './questions';
import type { Role } from './situation';
import { unknown, type Value } from './values';
import type { OperationKind } from './vocabulary/vocabulary';

export function innerRoleOf(tree: SyntaxTree, application: Application): Exclude<Role, 'output'> {
  const consumers = consumersOf(application);
  const id = application.activation?.id;
  if (id === 'softmax' && consumers.some(({ kind }) => kind === 'product')) return 'attention';
  return consumers.some((consumer) => isGated(tree, consumer, application)) ? 'gate' : 'hidden';
}

/** Layers after which nothing is an output any more. */
const goesOn: ReadonlySet<OperationKind> = new Set<OperationKind>(['linear', 'convolution', 'normalisation', 'pooling', 'recurrent', 'attention']);

/** Undefined where nothing that follows tells: hidden is only what another layer reads. */
export function roleSeen(tree: SyntaxTree, application: Application): Exclude<Role, 'output'> | undefined {
  const inner = innerRoleOf(tree, application);
  if (inner !== 'hidden') return inner;
  return consumersOf(application).some(({ kind }) => goesOn.has(kind)) ? 'hidden' : undefined;
}

/** What the libraries call the method that applies a model. */
const forward = /^(?:hybrid_)?forward$|^(?:__)?call(?:__)?$|^construct$/;

const bounded = ['sigmoid', 'hard-sigmoid', 'softmax'];

/**
 * A product with another tensor, which is not itself the gate of this one. Of what a model gives, or of probabilities, a factor of which nothing is known
 * picks some as often as it is gated.
 */
function isGated(tree: SyntaxTree, { kind, name, inputs, run }: Application, factor: Application): boolean {
  if (kind !== 'arithmetic' || name !== '*') return false;
  const others = inputs.filter((input) => input !== factor.output);
  if (others.some((other) => other.kind === 'constant' || isLogarithm(other) || isMadeOf(other, factor))) return false;
  const id = factor.activation?.id ?? '';
  const isInside = run === factor.run || forward.test(nameOf(tree, run.node));
  if ((!isInside || id === 'softmax') && others.some((other) => other.kind !== 'tensor' || lastOperation(other)?.kind === 'fill')) return false;
  return bounded.includes(id) || !others.some((other) => isShare(other) || lastOperation(other)?.activation?.id === id);
}

/** So many factors, one within the other, no derivative has. */
const mostFactors = 8;

/** A derivative has the function in each factor: `y * (1 - y)`, whatever else it is multiplied with. */
function isMadeOf(value: Value, factor: Application, depth = 0): boolean {
  const last = lastOperation(value);
  if (last === undefined || last.kind !== 'arithmetic' || depth > mostFactors) return false;
  return last.inputs.includes(factor.output) || (last.name === '*' && last.inputs.some((input) => isMadeOf(input, factor, depth + 1)));
}

/** What it is multiplied with gives an entropy. */
function isLogarithm(value: Value): boolean {
  const last = lastOperation(value);
  const [only, ...others] = last?.kind === 'arithmetic' ? last.inputs : [];
  return last?.kind === 'logarithm' || last?.activation?.id === 'log-softmax' || (only !== undefined && others.length === 0 && isLogarithm(only));
}

/** A gate, or what it leaves over: `1 - z`. */
function isShare(value: Value): boolean {
  const last = lastOperation(value);
  const [left, right = unknown] = last?.kind === 'arithmetic' && last.name === '-' ? last.inputs : [];
  return [value, ...(left?.kind === 'constant' ? [right] : [])].some((each) => lastActivations(each, bounded).length > 0);
}
