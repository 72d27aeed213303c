/** Parameters that choose between activations, or are handed on as one, whatever they are called: `kind` in `if kind == "relu": … elif kind == "tanh": …`, or in `Dense(n, activation=kind)`. */
import { stringValue } from '../../python/literals';
import { nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import { keptIn } from '../called/frame';
import { saysOneActivation } from '../tellingNames';
import { isOfDerivative, isOfLoss } from '../formulas/evidence';
import type { OwnParameter } from './ownParameters';
import type { Reading } from '../reading';

export interface Choices {
  /** By what is compared, the texts that it is compared with. */
  readonly texts: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is handed on where an activation is asked for: `kind` in `Dense(n, activation=kind)`. */
  readonly handedOn: ReadonlySet<string>;
  /** Whether anything in it is called as an activation is. */
  readonly mentionsOne: boolean;
}

/** What only speaks of an activation: draws it, names it, counts what it costs, or draws weights for it. */
const speaking = /^_*(is|has|are)_|plot|draw|print|title|label|name|colou?r|flops|count|gain|init|parse|valid|check|str$|repr/i;

/** Whether a function, or a class by its constructor, goes one of several ways for the text that it is passed as a parameter. */
export function isChosenBy(reading: Reading, { definition, name }: OwnParameter, text: string): boolean {
  const { tree } = reading;
  const called = nameOf(tree, definition);
  if (isOfDerivative(called) || isOfLoss(called) || (speaking.test(called) && called !== '__init__')) return false;
  const { texts: among, handedOn, mentionsOne } = choicesIn(reading, definition);
  if (handedOn.has(name) && saysOneActivation(text)) return true;
  const texts = among.get(name);
  const said = [...texts ?? []].filter(saysOneActivation);
  return texts?.has(text) === true && said.length > 1 && (mentionsOne || !said.every((each) => ofLabels.test(each)));
}

/** Labels and losses are told apart by these too: whether classes exclude each other. */
const ofLabels = /^(soft_?max|sigmoid)$/i;

function choicesIn(reading: Reading, definition: Node): Choices {
  const { choices } = reading.shared;
  const known = choices.get(definition);
  if (known) return known;
  const found = readChoices(reading, definition);
  choices.set(definition, found);
  return found;
}

function readChoices({ tree, locals }: Reading, definition: Node): Choices {
  const found = new Map<string, Set<string>>();
  const handedOn = new Set<string>();
  let mentionsOne = false;
  for (let node = tree.firstInside(definition); node < definition; node++) {
    mentionsOne ||= locals.known[node] === 1;
    if (isHandedOn(tree, node)) handedOn.add(nameOf(tree, tree.firstChild(node)));
    if (tree.kind(node) !== Kind.Compare) continue;
    const [left = NONE] = tree.children(node);
    const compared = keptIn(tree, left);
    if (tree.kind(compared) !== Kind.Name && tree.kind(compared) !== Kind.Attribute) continue;
    const texts = found.get(nameOf(tree, compared)) ?? new Set();
    for (const text of textsCompared(tree, node)) found.set(nameOf(tree, compared), texts.add(text));
  }
  return { texts: found, handedOn, mentionsOne };
}

/** The text in `kind == "relu"`, those in a test for several at once: `if kind in ("relu", "relu6")`; what is only checked to be one of them chooses none. */
function textsCompared(tree: SyntaxTree, comparison: Node): readonly string[] {
  const [, compared = NONE, more] = tree.children(comparison);
  const operator = operatorOf(tree, compared);
  const value = tree.firstChild(compared);
  if (more !== undefined || (operator !== Operator.Equal && operator !== Operator.In)) return [];
  if (operator === Operator.In && ![Kind.If, Kind.ElifClause].includes(tree.kind(tree.parent(comparison)))) return [];
  return (operator === Operator.Equal ? [value] : tree.children(value)).flatMap((each) => stringValue(tree, each) ?? []);
}

function isHandedOn(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.KeywordArgument && tree.kind(tree.firstChild(node)) === Kind.Name && taking.test(nameOf(tree, node));
}

const taking = /^(act|activation)(_(fn|func|function|layer|type))?$/;
