/** Where an activation that is applied stands in the text, and what taking it away would edit. */
import { ofContrib } from '../models/vocabulary/tensorflow';
import { applicationsAt } from '../models/applicationsAt';
import type { Application } from '../models/facts';
import { callArguments, calleeOf, nameOf, nameRange } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { inserted, replaced, type Edit } from '../documents/edit';
import type { Span } from '../usages/usage';
import type { RuleFile } from './rule';

/** Whether it is a layer of a Sequential, which applies it without a word of its own. */
function isItem({ layer, run, kind }: Application): boolean {
  return kind === 'activation' && layer?.layer.type === 'activation' && run.self?.kind === 'layer' && run.self !== layer;
}

/** `hk.Sequential([hk.Linear(1), jax.nn.sigmoid])(x)`: a function that stands among the layers. */
function isFunctionInRow({ layer, run }: Application): boolean {
  return layer === undefined && run.self?.kind === 'layer';
}

/** What is underlined: the name of the activation, or of the layer where it is applied: `softmax` in `self.softmax(x)`. */
export function placeOf(file: RuleFile, application: Application): Span {
  const { tree } = file;
  const { layer, activation, node } = application;
  const isNamedInside = activation !== undefined && layer?.layer.type === 'activation' && activation.node !== layer.node;
  if (activation && (isNamedInside || isFunctionInRow(application))) return (file.usageOf(activation.node) ?? activation.usage)?.span ?? file.spanOf(activation.node);
  if (isItem(application) && layer) return nameOfCall(file, layer.node);
  if (activation && tree.kind(node) !== Kind.Call) return (file.usageOf(node) ?? activation.usage)?.span ?? file.spanOf(node);
  return nameOfCall(file, node);
}

/** What is underlined of an argument: a string without its quotes, the name of a function. */
export function placeOfValue(file: RuleFile, value: Node): Span {
  const { tree } = file;
  const usage = file.usageOf(value);
  if (usage) return usage.span;
  const quoted = tree.kind(value) === Kind.String ? /^[^'"]*("""|'''|"|')/.exec(tree.textOf(value)) : null;
  if (quoted === null) return nameRange(tree, value) ?? file.spanOf(value);
  return { start: tree.start(value) + quoted[0].length, end: tree.end(value) - (quoted[1] ?? '').length };
}

/** The name of what a call calls: `Softmax` in `nn.Softmax(dim=1)`, the string in `Activation("softmax")`. */
export function nameOfCall(file: RuleFile, call: Node): Span {
  const { tree } = file;
  if (tree.kind(call) !== Kind.Call) return file.spanOf(call);
  const callee = calleeOf(tree, call);
  const usage = file.usageOf(callee);
  if (usage) return usage.span;
  // `nn.Softmax(dim=1)(x)`: what is applied is itself a call.
  if (tree.kind(callee) === Kind.Call) return nameOfCall(file, callee);
  return nameRange(tree, callee) ?? file.spanOf(callee);
}

/** The edits after which the activation is not applied; undefined where no small edit does that. */
export function removal(file: RuleFile, application: Application): readonly Edit[] | undefined {
  const { tree } = file;
  const { layer, node, activation } = application;
  if (isOneOfMany(file, application)) return undefined;
  if (isDefault(application)) return ofContrib.test(application.name) ? addArgument(tree, node, 'activation_fn=None') : undefined;
  if (isItem(application)) return layer && itemRemoval(tree, layer.node);
  if (activation && layer && layer.layer.type !== 'activation') return argumentRemoval(tree, node);
  return tree.kind(node) === Kind.Call ? callRemoval(tree, node) : undefined;
}

/** Whether its text also makes or applies others: in a helper, a class of blocks, a loop. Taken away, it would be missing there too. */
function isOneOfMany({ facts }: RuleFile, application: Application): boolean {
  const others = [...facts.models.map(({ applications }) => applications), facts.applications.filter(({ run }) => run === application.run)];
  return others.some((together) => new Set(together.filter((other) => isSameText(other, application)).map(({ layer, run }) => layer ?? run)).size > 1)
    || (!isItem(application) && applicationsAt(facts, application.node).some((other) => other.activation !== undefined && other.activation.id !== application.activation?.id));
}

export function isSameText(other: Application, application: Application): boolean {
  const { layer, node } = application;
  const isMadeThere = isItem(application) || (layer !== undefined && layer.layer.type !== 'activation');
  return isMadeThere ? other.layer?.node === layer?.node && other.activation !== undefined : other.node === node;
}

/** What a call that makes a layer and applies it does last where it is not told otherwise: it stands nowhere. */
function isDefault({ layer, node, inputs: [input] }: Application): boolean {
  return layer === undefined && input?.kind === 'tensor' && input.source?.node === node;
}

/** `activation="softmax"` among the arguments of a layer. */
function argumentRemoval(tree: SyntaxTree, value: Node): readonly Edit[] | undefined {
  const argument = tree.parent(value);
  return tree.kind(argument) === Kind.KeywordArgument && tree.kind(tree.parent(argument)) === Kind.Call ? elementRemoval(tree, argument) : undefined;
}

/** An item of a list of layers, or a `model.add(…)` of one. */
function itemRemoval(tree: SyntaxTree, layer: Node): readonly Edit[] | undefined {
  const parent = tree.parent(layer);
  if (tree.kind(parent) === Kind.List) return elementRemoval(tree, layer);
  if (tree.kind(parent) !== Kind.Call || calleeOf(tree, parent) === layer) return undefined;
  const statement = tree.parent(parent);
  const callee = calleeOf(tree, parent);
  const isNamed = tree.kind(callee) === Kind.Attribute && /^(add|register)_module$/.test(nameOf(tree, callee));
  const isAdded = (isNamed || callArguments(tree, parent).length === 1) && tree.kind(callee) === Kind.Attribute && tree.kind(statement) === Kind.ExprStatement;
  if (isAdded) return statementRemoval(tree, statement);
  return isNamed ? undefined : elementRemoval(tree, layer);
}

/** `F.softmax(x, dim=1)`, `x.softmax(1)` and `self.softmax(x)` become `x`; where that says `x = x`, the statement goes. */
function callRemoval(tree: SyntaxTree, call: Node): readonly Edit[] | undefined {
  const callee = calleeOf(tree, call);
  const [first] = callArguments(tree, call).filter(({ stars, keyword }) => stars === 0 && (keyword === undefined || keyword === 'input'));
  const input = isMethodOfTensor(tree, call) ? tree.firstChild(callee) : first?.value ?? NONE;
  if (input === NONE || tree.text.slice(tree.start(call), tree.end(call)).includes('#')) return undefined;
  const statement = tree.parent(call);
  if (tree.kind(statement) === Kind.Assign && tree.children(statement).length === 2 && tree.textOf(tree.firstChild(statement)) === tree.textOf(input)) {
    return statementRemoval(tree, statement);
  }
  const text = tree.textOf(input);
  const isBare = !needsParentheses(tree, input) || (standsAlone(tree, call) && !text.includes('\n'));
  return [replaced(tree.start(call), tree.end(call), isBare ? text : `(${text})`)];
}

/** What is assigned, returned or passed binds nothing to its left or right. */
function standsAlone(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  const isPassed = tree.kind(parent) === Kind.Call && calleeOf(tree, parent) !== node;
  return isPassed || [Kind.Assign, Kind.Return, Kind.KeywordArgument].includes(tree.kind(parent));
}

/** `x.softmax(dim=1)`: the tensor stands before the dot, and only the axis behind it. */
function isMethodOfTensor(tree: SyntaxTree, call: Node): boolean {
  const callee = calleeOf(tree, call);
  const name = nameRange(tree, callee);
  if (tree.kind(callee) !== Kind.Attribute || name === undefined) return false;
  const isActivation = /^(log_)?(softmax|sigmoid|tanh|relu)_?$/.test(tree.text.slice(name.start, name.end));
  const [first] = callArguments(tree, call);
  const isAxis = first === undefined || first.keyword === 'dim' || first.keyword === 'dtype'
    || [Kind.Number, Kind.UnaryOp].includes(tree.kind(first.value));
  return isActivation && isAxis;
}

function needsParentheses(tree: SyntaxTree, node: Node): boolean {
  return [Kind.BinOp, Kind.BoolOp, Kind.UnaryOp, Kind.Compare, Kind.IfExp, Kind.Lambda, Kind.NamedExpr].includes(tree.kind(node));
}

/** A statement with its line; the only one of its block stays. */
function statementRemoval(tree: SyntaxTree, statement: Node): readonly Edit[] | undefined {
  const block = tree.parent(statement);
  if (tree.children(block).length < 2) return undefined;
  const line = wholeLines(tree.text, tree.start(statement), tree.end(statement));
  return line && [replaced(line.start, line.end, '')];
}

/** One of several things between commas. */
export function elementRemoval(tree: SyntaxTree, element: Node): readonly Edit[] | undefined {
  const { text } = tree;
  const [start, end] = [tree.start(element), tree.end(element)];
  const comma = /^[ \t]*,/.exec(text.slice(end))?.[0].length;
  const line = wholeLines(text, start, end + (comma ?? 0));
  if (line) return [replaced(line.start, line.end, '')];
  if (comma !== undefined) return [replaced(start, end + comma + (/^[ \t]*/.exec(text.slice(end + comma))?.[0].length ?? 0), '')];
  const before = /,[ \t]*$/.exec(text.slice(0, start))?.[0].length;
  return before === undefined ? undefined : [replaced(start - before, end, '')];
}

/** The lines of a stretch with their end, where nothing else stands on them. */
function wholeLines(text: string, start: number, end: number): Span | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next < 0 ? text.length : next + 1;
  const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return isAlone ? { start: lineStart, end: lineEnd } : undefined;
}

/** Puts an argument behind the others of a call. */
export function addArgument(tree: SyntaxTree, call: Node, argument: string): readonly Edit[] {
  const last = callArguments(tree, call).at(-1);
  return last ? [inserted(tree.end(last.node), `, ${argument}`)] : [inserted(tree.end(call) - 1, argument)];
}

/** The whole lines that an expression stands on, with what a comment behind it says. */
export function linesOf(tree: SyntaxTree, node: Node): string {
  const end = tree.text.indexOf('\n', tree.end(node));
  return tree.text.slice(tree.text.lastIndexOf('\n', tree.start(node) - 1) + 1, end < 0 ? undefined : end);
}

/** Another name after the dot: `nn.BCELoss` becomes `nn.BCEWithLogitsLoss`. A name that is imported by itself would need another import. */
export function renaming(tree: SyntaxTree, name: Node, names: Readonly<Record<string, string>>): readonly Edit[] | undefined {
  const range = tree.kind(name) === Kind.Attribute ? nameRange(tree, name) : undefined;
  const before = range && tree.text.slice(range.start, range.end);
  const after = before !== undefined && Object.hasOwn(names, before) ? names[before] : undefined;
  return range && after !== undefined ? [replaced(range.start, range.end, after)] : undefined;
}

/** Whether it is in a branch that runs with some versions of a library alone, and is written as those want it. */
export function isForOneVersion(tree: SyntaxTree, node: Node): boolean {
  for (let at = tree.parent(node); at !== NONE; at = tree.parent(at)) {
    if (tree.kind(at) === Kind.If && /version/i.test(tree.textOf(tree.firstChild(at)))) return true;
  }
  return false;
}

const assertion = /^[ \t]+(?:assert\b|(?:\w+\.)*assert[A-Z_]\w*\()/m;
const testFunction = /^[ \t]*def test_\w+\(\s*(?:self)?\s*\)/m;
const testFramework = /^[ \t]*(?:from|import)[ \t]+[\w.]*\btesting\b|^class \w+\([^)]*\bTestCase\b/m;

/** Whether a file holds tests, whose models are made for something else than to learn. `def test_epoch(model, batches)` is none. */
export function isTestFile(file: RuleFile): boolean {
  return looksLikeTests(file) && !testsItsOwn(file.tree);
}

function looksLikeTests({ tree: { text }, names }: RuleFile): boolean {
  if (names.importedRoots.has('pytest') || names.importedRoots.has('unittest')) return true;
  return (text.includes('def test_') && testFunction.test(text) && assertion.test(text)) || (/testing|TestCase/.test(text) && testFramework.test(text));
}

/** A model and its test in one file: `class Attention`, `class AttentionTest`. */
function testsItsOwn({ text }: SyntaxTree): boolean {
  const classes = new Set(Array.from(text.matchAll(/^class (\w+)/gm), ([, name = '']) => name));
  return [...classes].some((name) => classes.has(`${name}Test`) || classes.has(`Test${name}`));
}
