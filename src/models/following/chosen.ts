/** Activations that something else than the code at hand chooses: a table of the project, a caller, a default. */
import { stringValue } from '../../python/literals';
import { calleeOf, nameOf, nameRange } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { customaryLookup } from '../../usages/holding/lookupNames';
import type { Usage } from '../../usages/usage';
import type { Frame } from '../values';
import { record } from './application';
import type { Evaluation } from './evaluation';

/** Keeps that one is applied where nothing is known of what is called. No value comes of it, so that nothing is concluded. */
export function recordChosen(evaluation: Evaluation, frame: Frame, call: Node): void {
  const chosen = laterCall(evaluation, call) ?? lookedUp(evaluation, calleeOf(evaluation.tree, call));
  if (chosen !== undefined && chosen.activation !== 'identity') record(evaluation, { kind: 'chosen', name: chosen.activation, node: call, frame, inputs: [], chosen });
}

/** `self.act(x)`, `self.acts[0](x)`, `ACTS[act](x)`, `get_act(act)(x)` */
function laterCall({ tree, usageOfName }: Evaluation, call: Node): Usage | undefined {
  const usage = usageOfName.get(nameRange(tree, namedIn(tree, calleeOf(tree, call)))?.start ?? -1);
  const isOfCall = usage?.form === 'instance' && usage.expression.start === tree.start(call) && usage.expression.end === tree.end(call);
  return isOfCall ? usage : undefined;
}

function namedIn(tree: SyntaxTree, callee: Node): Node {
  return tree.kind(callee) === Kind.Subscript || tree.kind(callee) === Kind.Call ? tree.firstChild(callee) : callee;
}

/** `ACT2FN["silu"](x)`, `get_act("silu")(x)` */
function lookedUp({ tree, usageOfExpression }: Evaluation, callee: Node): Usage | undefined {
  const kind = tree.kind(callee);
  const isLookup = kind === Kind.Subscript || (kind === Kind.Call && customaryLookup.test(nameOf(tree, tree.firstChild(callee))));
  const key = isLookup ? tree.nextSibling(tree.firstChild(callee)) : NONE;
  const usage = key === NONE || stringValue(tree, key) === undefined ? undefined : usageOfExpression.get(tree.start(key));
  return usage?.form === 'string' ? usage : undefined;
}
