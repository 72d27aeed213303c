/** What a lambda holds that does nothing but call an activation: `lambda x: F.leaky_relu(x, 0.2)`. */
import { findMethods, findSymbol } from '../../frameworks/lookup';
import { callArguments, calleeOf, nameOf, parametersOf } from '../../python/parts';
import { Kind, type Node } from '../../python/syntax';
import { ownSymbol } from '../formulas/ownSymbols';
import { isIdle } from '../identities';
import type { Reading } from '../reading';
import { foundAt, heldSymbol, type Hold, type Holding } from './holding';

export function lambdaHolding(reading: Reading, lambda: Node, hold: Hold): Holding {
  if (parametersOf(reading.tree, lambda).length === 0) return maker(hold(reading.tree.lastChild(lambda)));
  return functionOf(reading, lambda) ?? own(reading, lambda) ?? (isIdle(reading.tree, lambda) ? leftOut() : undefined);
}

/** `lambda: nn.GELU(approximate="tanh")` makes a layer with each call, as the class with its arguments does. */
function maker(made: Holding): Holding {
  return made !== undefined && made !== 'nothing' && made.stage === 'instance' ? { ...made, stage: 'class' } : undefined;
}

/** What the file itself defines as an activation. */
function own(reading: Reading, lambda: Node): Holding {
  const found = ownSymbol(reading, lambda);
  return found && heldSymbol(found);
}

/** `lambda x: x` stands where an activation is left out, as `nn.Identity()` does. */
function leftOut(): Holding {
  const identity = findSymbol('torch.nn.Identity');
  return identity && { ...heldSymbol(identity), stage: 'instance' };
}

/** `lambda x: F.leaky_relu(x, 0.2)` is the function with its arguments. */
function functionOf(reading: Reading, lambda: Node): Holding {
  const { tree } = reading;
  const body = tree.lastChild(lambda);
  const [parameter] = parametersOf(tree, lambda);
  if (tree.kind(body) !== Kind.Call || parameter === undefined) return undefined;
  const found = foundAt(reading, calleeOf(tree, body));
  if (found === undefined) return methodHolding(reading, body, parameter.name);
  const held = heldSymbol(found);
  const written = callArguments(tree, body);
  const isOnParameter = written[0] !== undefined && tree.kind(written[0].value) === Kind.Name && nameOf(tree, written[0].value) === parameter.name;
  return held.stage === 'function' && isOnParameter ? { ...held, written, stage: 'instance' } : undefined;
}

/** `lambda x: x.softmax(dim=-1)` is the method of a tensor with its arguments. */
function methodHolding({ tree, scope }: Reading, call: Node, parameter: string): Holding {
  const callee = calleeOf(tree, call);
  const input = tree.firstChild(callee);
  if (tree.kind(callee) !== Kind.Attribute || tree.kind(input) !== Kind.Name || nameOf(tree, input) !== parameter) return undefined;
  const found = findMethods(nameOf(tree, callee)).find(({ framework }) => scope.includes(framework));
  const symbol = found && { ...found.symbol, name: `${found.framework.tensor}.${found.symbol.name}` };
  return found && symbol && { found: { framework: found.framework, symbol, isInferred: true }, written: callArguments(tree, call), stage: 'instance', certain: false };
}
