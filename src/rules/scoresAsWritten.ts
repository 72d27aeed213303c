/** Raw scores by the variables that have them, whatever model they come from: where they are compared with 0.5, at once or in a function of the file. */
import { literalValue } from '../python/literals';
import { callArguments, calleeOf, nameOf, parametersOf, statementOf, type Argument } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { RuleFile } from './rule';

/** `0.5` behind the sign, or as the argument. */
export function halfOf(tree: SyntaxTree, node: Node): Node {
  const last = tree.kind(node) === Kind.Compare ? tree.lastChild(tree.lastChild(node)) : tree.lastChild(node);
  return tree.kind(last) === Kind.Number && literalValue(tree, last) === 0.5 ? last : NONE;
}

const roundings = new Set(['torch.round', 'numpy.round', 'numpy.rint', 'tensorflow.round', 'tf.round']);

/** What is compared with 0.5 or rounded in an expression. */
export function scoresIn({ tree, names }: RuleFile, node: Node): Node {
  if (tree.kind(node) === Kind.Compare) {
    const left = tree.firstChild(node);
    return halfOf(tree, node) !== NONE && /^\s*[<>]=?/.test(tree.text.slice(tree.end(left), tree.end(left) + 40)) ? left : NONE;
  }
  if (tree.kind(node) !== Kind.Call || !roundings.has(names.qualifiedName(calleeOf(tree, node)) ?? '')) return NONE;
  return callArguments(tree, node)[0]?.value ?? NONE;
}

export function isSameVariable(names: RuleFile['names'], a: Node, b: Node): boolean {
  return names.valueOf(a) !== NONE && names.valueOf(a) === names.valueOf(b);
}

export function isVariable({ tree, names }: RuleFile, name: Node): boolean {
  return name !== NONE && tree.kind(names.valueOf(name)) === Kind.Call;
}

const keepsValues = new Set(['squeeze', 'unsqueeze', 'view', 'reshape', 'flatten', 'detach', 'cpu', 'numpy', 'float', 'data', 'cuda', 'to', 'contiguous']);

/** The variable behind `outputs.squeeze(1).detach()`. */
export function bareName(tree: SyntaxTree, node: Node): Node {
  let at = node;
  for (;;) {
    const attribute = tree.kind(at) === Kind.Call ? calleeOf(tree, at) : at;
    if (tree.kind(attribute) !== Kind.Attribute) return tree.kind(at) === Kind.Name ? at : NONE;
    if (!keepsValues.has(nameOf(tree, attribute))) return NONE;
    at = tree.firstChild(attribute);
  }
}

/** `iou(scores, mask)`, where every call in the file passes scores, and the function compares them: the comparison, and the scores of the first call. */
export function* comparedInCallees(file: RuleFile, areScores: (name: Node) => boolean): Iterable<readonly [Node, Node]> {
  const { tree } = file;
  for (const [definition, calls] of callsOfOwn(file)) {
    for (const [place, { name, stars }] of parametersOf(tree, definition).entries()) {
      const passed = stars > 0 ? [] : calls.map((call) => bareName(tree, argumentFor(callArguments(tree, call), place, name)));
      const [first] = passed;
      const comparison = first !== undefined && passed.every((each) => each !== NONE && areScores(each)) ? comparisonOf(file, definition, name) : NONE;
      if (first !== undefined && comparison !== NONE) yield [comparison, first];
    }
  }
}

function callsOfOwn({ tree, names }: RuleFile): ReadonlyMap<Node, readonly Node[]> {
  const found = new Map<Node, Node[]>();
  for (let node = 1; node <= tree.root; node++) {
    const definition = tree.kind(node) === Kind.Call && tree.kind(calleeOf(tree, node)) === Kind.Name ? names.definitionOf(calleeOf(tree, node)) : NONE;
    if (definition === NONE || tree.kind(definition) !== Kind.FunctionDef) continue;
    const calls = found.get(definition) ?? [];
    calls.push(node);
    found.set(definition, calls);
  }
  return found;
}

function argumentFor(passed: readonly Argument[], place: number, name: string): Node {
  if (passed.some(({ stars }) => stars > 0)) return NONE;
  const named = passed.find(({ keyword }) => keyword === name);
  return named?.value ?? passed.filter(({ keyword }) => keyword === undefined)[place]?.value ?? NONE;
}

/** Where a function compares what a parameter is given, before anything else is given to its name. */
function comparisonOf(file: RuleFile, definition: Node, parameter: string): Node {
  const { tree, names } = file;
  for (let node = tree.firstInside(definition); node < definition; node++) {
    const scores = scoresIn(file, node);
    const name = scores === NONE ? NONE : bareName(tree, scores);
    if (name === NONE || tree.textOf(name) !== parameter || names.enclosingDefinition(name) !== definition) continue;
    const start = tree.start(statementOf(tree, node));
    const isFirst = names.bindingsOf(name).every((binding) => tree.kind(binding.node) === Kind.Parameter || tree.start(binding.node) >= start);
    return isFirst ? node : NONE;
  }
  return NONE;
}
