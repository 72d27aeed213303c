/** Calls of what holds an activation: `self.act(x)` after `self.act = nn.GELU()`, `act_layer()` for a parameter `act_layer=nn.GELU`. */
import { stringContent } from '../python/literals';
import { callArguments, calleeOf, nameOf, nameRange } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import { holdingOf } from './held';
import { foundAt, isActive, meaningOfHeld, type Held } from './holding';
import { lookupAt } from './lookups';
import { spanOf, type Reading } from './reading';
import type { Span, Usage } from './usage';

export function findInstanceCall(reading: Reading, call: Node): Usage | undefined {
  const { tree, locals } = reading;
  const callee = calleeOf(tree, call);
  const kind = tree.kind(callee);
  if ((kind !== Kind.Name && kind !== Kind.Attribute) || !locals.holders.has(nameOf(tree, callee))) return undefined;
  if (foundAt(reading, callee)) return undefined;
  const held = holdingOf(reading, callee);
  const span = nameRange(tree, callee);
  return held === undefined || held === 'nothing' || !isActive(held) || span === undefined ? undefined : usageOf(reading, call, held, { form: 'instance', span, call });
}

/** The string of `ACTS["relu"]`, `getattr(nn, "GELU")`, `get_act_layer("silu")`. */
export function findLookup(reading: Reading, node: Node): Usage | undefined {
  const { tree } = reading;
  const lookup = lookupAt(reading, node, (inner) => holdingOf(reading, inner));
  // A variable is not where the word stands.
  if (lookup === undefined || tree.kind(lookup.key) === Kind.Name) return undefined;
  const span = tree.kind(lookup.key) === Kind.String ? stringContent(tree, lookup.key) : spanOf(tree, lookup.key);
  // `getattr(nn, "ELU")(0.5)`: what is looked up is called at once, and these are its arguments.
  const parent = tree.parent(node);
  const isCalled = tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === node;
  return usageOf(reading, lookup.key, lookup.held, { form: 'string', span, ...(isCalled ? { call: parent } : {}) });
}

interface Use {
  readonly form: Usage['form'];
  readonly span: Span;
  /** The call whose arguments count, where it has them. */
  readonly call?: Node;
}

function usageOf(reading: Reading, expression: Node, held: Held, { form, span, call }: Use): Usage | undefined {
  const { tree, names } = reading;
  const meaning = meaningOfHeld(reading, held, call === undefined ? [] : callArguments(tree, call));
  return meaning && {
    activation: meaning.activation,
    framework: held.found.framework.id,
    symbol: held.found.symbol.name,
    form,
    certainty: held.certain && meaning.certain ? 'resolved' : 'inferred',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, expression),
    scope: names.scopePath(expression),
  };
}
