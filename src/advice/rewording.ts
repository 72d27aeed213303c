/** Other words for what a place in the code does, form by form: call, reference, method, string, layer. */
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { callArguments, calleeOf } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Span, Usage } from '../usages/usage';
import { argumentEdits } from './argumentEdits';
import { freshArguments, mapArguments } from './argumentMapping';
import { carrierOf } from './carrier';
import { inserted, replaced, type Edit } from '../documents/edit';
import { importableNames, leafOf, parentOf } from './importable';
import { phrasesFor, type Choice, type Phrase } from './phrases';
import { reach, type Reach } from './reach';

/** A place in a file whose activation is to change. */
export interface Place {
  readonly tree: SyntaxTree;
  readonly usage: Usage;
  readonly framework: Framework;
  readonly from: FrameworkSymbol;
  /** The expression that is replaced. */
  readonly node: Node;
  readonly quote: string;
}

/** Edits that lie in the expression, and the imports they need. */
interface Rewording {
  readonly inside: readonly Edit[];
  readonly imports: readonly Edit[];
}

/** The same place with other words for what it does: by one symbol after another, the closest first. */
export function reworded(place: Place, choice: Choice): Rewording | undefined {
  const phrases = phrasesFor(place.framework, choice).filter(({ symbol }) => isInPlace(symbol) === isInPlace(place.from));
  for (const phrase of byCloseness(phrases, place.from)) {
    const rewording = rewordedAs(place, phrase);
    if (rewording !== undefined) return rewording;
  }
  return place.from.form === 'module' ? asNamedLayer(place, choice) : undefined;
}

/** A trailing underscore is PyTorch's mark of a function that overwrites its argument. */
export function isInPlace({ name, form }: FrameworkSymbol): boolean {
  return form !== 'string' && name.endsWith('_');
}

/**
 * First the symbol itself, then its neighbours, then other modules of the framework; fewer arguments before more. In the
 * place of a string a layer takes arguments more plainly than `partial` of a function.
 */
function byCloseness(phrases: readonly Phrase[], from: FrameworkSymbol): Phrase[] {
  const distance = ({ symbol, written }: Phrase): number =>
    (symbol.form === from.form ? 0 : 100)
    + (from.form === 'string' && symbol.form === 'function' && written.length > 0 ? 100 : 0)
    + (symbol === from ? 0 : 10)
    + (parentOf(symbol.name) === parentOf(from.name) ? 0 : 10)
    + (isCapital(leafOf(symbol.name)) === isCapital(leafOf(from.name)) ? 0 : 5)
    + written.length;
  return [...phrases].sort((a, b) => distance(a) - distance(b));
}

function isCapital(name: string): boolean {
  return name !== name.toLowerCase();
}

function rewordedAs(place: Place, phrase: Phrase): Rewording | undefined {
  const to = phrase.symbol.form;
  switch (place.from.form) {
    case 'module':
      // Layers of another module expect other arguments: those of a quantised network their scale.
      return to === 'module' && parentOf(phrase.symbol.name) === parentOf(place.from.name) ? asCallable(place, phrase) : undefined;
    case 'function':
      return to === 'function' ? asCallable(place, phrase) : undefined;
    case 'method':
      return to === 'method' ? asMethod(place, phrase) : to === 'function' ? asFunctionOfReceiver(place, phrase) : undefined;
    case 'string':
      return to === 'string' ? asString(place, phrase) : to === 'method' ? undefined : asPassedCallable(place, phrase);
  }
}

function asCallable(place: Place, phrase: Phrase): Rewording | undefined {
  const { tree, node } = place;
  return tree.kind(node) === Kind.Call ? asCall(place, phrase) : asReference(place, phrase);
}

function asCall(place: Place, phrase: Phrase): Rewording | undefined {
  const { tree, node } = place;
  const callee = calleeOf(tree, node);
  const reached = reachBeside(place, callee, phrase.symbol.name);
  const inside = argumentsOfCall(place, phrase, 0);
  if (reached === undefined || inside === undefined) return undefined;
  return { inside: [...replacedNode(tree, callee, reached.code), ...inside], imports: importsOf(reached) };
}

/** The name without a call, as in `act_layer=nn.GELU`; with arguments it needs `partial`. */
function asReference(place: Place, phrase: Phrase): Rewording | undefined {
  const { tree, node, quote } = place;
  const reached = reachBeside(place, node, phrase.symbol.name);
  if (reached === undefined) return undefined;
  if (phrase.written.length === 0) return { inside: replacedNode(tree, node, reached.code), imports: importsOf(reached) };
  const partial = reach(tree, tree.start(node), ['functools.partial']);
  const written = freshArguments(phrase, quote);
  if (partial === undefined || written === undefined) return undefined;
  const code = `${partial.code}(${[reached.code, ...written].join(', ')})`;
  return { inside: replacedNode(tree, node, code), imports: [...importsOf(reached), ...importsOf(partial)] };
}

function asMethod(place: Place, phrase: Phrase): Rewording | undefined {
  const { tree, node } = place;
  if (tree.kind(node) !== Kind.Call) return undefined;
  const inside = argumentsOfCall(place, phrase, 0);
  return inside && { inside: [replaced(place.usage.span.start, place.usage.span.end, phrase.symbol.name), ...inside], imports: [] };
}

/** `x.sigmoid()` becomes `F.gelu(x)`, since tensors have few activations as methods. */
function asFunctionOfReceiver(place: Place, phrase: Phrase): Rewording | undefined {
  const { tree, node } = place;
  if (tree.kind(node) !== Kind.Call || tree.kind(calleeOf(tree, node)) !== Kind.Attribute) return undefined;
  const receiver = receiverSpan(tree, node);
  const reached = reach(tree, tree.start(node), importableNames(place.framework, phrase.symbol.name));
  const mapping = mapArguments(recallOf(place, phrase, 1));
  if (reached === undefined || mapping === undefined) return undefined;
  const others = [...mapping.texts.filter((text) => text !== undefined), ...mapping.added];
  const rest = others.map((text) => `, ${text}`).join('');
  return {
    inside: [inserted(receiver.start, `${reached.code}(`), replaced(receiver.end, tree.end(node), `${rest})`)],
    imports: importsOf(reached),
  };
}

/** What a method is called on, with the parentheses around it, which are part of no node. */
function receiverSpan(tree: SyntaxTree, call: Node): Span {
  const callee = calleeOf(tree, call);
  let end = tree.end(tree.firstChild(callee));
  for (let at = end; at < tree.data(callee) && /[\s)]/.test(tree.text[at] ?? ''); at++) {
    if (tree.text[at] === ')') end = at + 1;
  }
  return { start: tree.start(call), end };
}

/** A string alone: what is passed beside one would be left without its activation. */
function asString(place: Place, phrase: Phrase): Rewording | undefined {
  const { tree, node } = place;
  if (!isString(tree.kind(node))) return undefined;
  const known = carrierOf(tree, node)?.strings;
  if (phrase.written.length > 0 || known?.includes(phrase.symbol.name) === false) return undefined;
  const quote = /["']/.exec(tree.textOf(node))?.[0] ?? place.quote;
  return { inside: replacedNode(tree, node, quote + phrase.symbol.name + quote), imports: [] };
}

/** A callable in the place of a string, where the framework documents that one is taken. */
function asPassedCallable(place: Place, phrase: Phrase): Rewording | undefined {
  const { tree, node, framework } = place;
  const carrier = isString(tree.kind(node)) ? carrierOf(tree, node) : undefined;
  if (carrier === undefined || carrier.stringsOnly === true) return undefined;
  if (phrase.symbol.form === 'function') return asReference(place, phrase);
  const reached = reach(tree, tree.start(node), importableNames(framework, phrase.symbol.name));
  const written = freshArguments(phrase, place.quote);
  if (reached === undefined || written === undefined) return undefined;
  return { inside: replacedNode(tree, node, `${reached.code}(${written.join(', ')})`), imports: importsOf(reached) };
}

/** `layers.Activation("gelu")` in the place of `layers.ReLU()`, where the framework has a layer that takes a name. */
function asNamedLayer(place: Place, choice: Choice): Rewording | undefined {
  const { tree, node, framework, from } = place;
  const layer = framework.carriers.find(({ callable, position }) => position === 0 && parentOf(callable) === parentOf(from.name));
  const name = phrasesFor(framework, choice).find(({ symbol, written }) => symbol.form === 'string' && written.length === 0)?.symbol.name;
  if (layer === undefined || name === undefined || tree.kind(node) !== Kind.Call) return undefined;
  const reached = reachBeside(place, calleeOf(tree, node), layer.callable);
  const symbol: FrameworkSymbol = { name: layer.callable, form: 'module', activation: choice.activation, arguments: [] };
  const mapping = mapArguments(recallOf(place, { symbol, written: [] }, 0));
  if (reached === undefined || mapping === undefined) return undefined;
  const passed = [place.quote + name + place.quote, ...mapping.texts.filter((text) => text !== undefined)];
  return { inside: replacedNode(tree, node, `${reached.code}(${passed.join(', ')})`), imports: importsOf(reached) };
}

/** No activation: a call of a function or method leaves its tensor; a layer stays, as the identity. */
export function withoutCall(place: Place): Rewording | undefined {
  const { tree, node, from } = place;
  if (tree.kind(node) !== Kind.Call) return undefined;
  if (from.form === 'method') {
    const receiver = receiverSpan(tree, node);
    return { inside: [replaced(receiver.end, tree.end(node), '')], imports: [] };
  }
  const [tensor] = callArguments(tree, node);
  if (from.form !== 'function' || tensor === undefined || tensor.stars > 0) return undefined;
  const text = tree.textOf(tensor.value);
  return { inside: replacedNode(tree, node, isPrimary(tree.kind(tensor.value)) ? text : `(${text})`), imports: [] };
}

function isString(kind: Kind): boolean {
  return kind === Kind.String || kind === Kind.Concatenation;
}

function isPrimary(kind: Kind): boolean {
  return [Kind.Name, Kind.Attribute, Kind.Call, Kind.Subscript, Kind.Number].includes(kind);
}

function argumentsOfCall(place: Place, phrase: Phrase, before: 0 | 1): Edit[] | undefined {
  const { tree, node } = place;
  const recall = recallOf(place, phrase, before);
  const mapping = mapArguments(recall);
  if (mapping === undefined || discardsResult(place, mapping.texts)) return undefined;
  const open = tree.text.indexOf('(', tree.end(calleeOf(tree, node)));
  return argumentEdits(tree, recall.passed.map((passed) => passed.node), mapping, open, tree.end(node) - 1);
}

/** `F.relu(x, inplace=True)` as a statement of its own would do nothing without `inplace`. */
function discardsResult({ tree, node, from }: Place, texts: readonly (string | undefined)[]): boolean {
  if (from.form === 'module' || tree.kind(tree.parent(node)) !== Kind.ExprStatement) return false;
  return callArguments(tree, node).some(({ keyword }, i) => keyword === 'inplace' && texts[i] === undefined);
}

function recallOf({ tree, node, from, quote }: Place, phrase: Phrase, before: 0 | 1) {
  return { tree, passed: callArguments(tree, node), from, phrase, quote, before };
}

/** By the prefix that is written already, if the name lies in the same module; else by what the file imports. */
function reachBeside({ tree, framework, from }: Place, written: Node, name: string): Reach | undefined {
  if (name === from.name) return { code: tree.textOf(written) };
  if (parentOf(name) === parentOf(from.name) && tree.kind(written) === Kind.Attribute) {
    return { code: tree.text.slice(tree.start(written), tree.data(written)) + leafOf(name) };
  }
  return reach(tree, tree.start(written), importableNames(framework, name));
}

export function importsOf(reached: Reach): Edit[] {
  return reached.importEdit === undefined ? [] : [reached.importEdit];
}

function replacedNode(tree: SyntaxTree, node: Node, code: string): Edit[] {
  return tree.textOf(node) === code ? [] : [replaced(tree.start(node), tree.end(node), code)];
}
