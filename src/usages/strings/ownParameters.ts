/** What a call of the file's own function or class passes an argument as. */
import { calleeOf, nameOf, parametersOf } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { functionApplied } from '../holding/appliedFunction';
import { constructorOfBase } from '../holding/constructors';
import { bindingsOf, classAround, isOwnAttribute } from '../formulas/bindings';
import type { Reading } from '../reading';

export interface OwnParameter {
  readonly name: string;
  /** The function, the method, or the class whose constructor takes it. */
  readonly definition: Node;
}

/** Weights are drawn, and gains looked up, for an activation that something else applies. */
const initialising = /(^|_)init(_|ial|$)|gain|[a-z]Init/;

/** The parameter that an argument is for, by its keyword or its position. */
export function parameterOfOwn(reading: Reading, call: Node, keyword: string | undefined, position: number): OwnParameter | undefined {
  const { tree, names } = reading;
  const callee = calleeOf(tree, call);
  const base = constructorOfBase(reading, callee);
  if (base) return named(reading, base.method, base.method, keyword, position + base.before);
  if (initialising.test(nameOf(tree, callee))) return undefined;
  const applied = functionApplied(reading, callee);
  if (applied !== NONE) return ofForward(reading, applied, keyword, position);
  const definition = names.definitionOf(callee) || names.valueOf(callee);
  if (tree.kind(definition) === Kind.FunctionDef || tree.kind(definition) === Kind.Lambda) return named(reading, definition, definition, keyword, position);
  const owner = isOwnAttribute(tree, callee) ? classAround(tree, names, callee) : definition;
  const method = owner === NONE ? undefined : bindingsOf(reading).methodsOf(owner)?.get(owner === definition ? '__init__' : nameOf(tree, callee));
  return method === undefined ? undefined : named(reading, owner === definition ? owner : method, method, keyword, position + 1);
}

/** `Act.apply(x, "tanh")` for `def forward(ctx, x, act_func)`, which has no context where the class sets it up apart. */
function ofForward(reading: Reading, owner: Node, keyword: string | undefined, position: number): OwnParameter | undefined {
  const methods = bindingsOf(reading).methodsOf(owner);
  const forward = methods?.get('forward');
  return forward === undefined ? undefined : named(reading, forward, forward, keyword, methods?.has('setup_context') === true ? position : position + 1);
}

function named({ tree }: Reading, definition: Node, taker: Node, keyword: string | undefined, position: number): OwnParameter | undefined {
  const parameters = parametersOf(tree, taker);
  const name = keyword === undefined ? parameters[position]?.name : parameters.find((parameter) => parameter.name === keyword)?.name;
  return name === undefined ? undefined : { name, definition };
}
