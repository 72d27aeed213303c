/** Activations that a flag of a program's own switches on, which is the only place where they are named: `Conv(8, use_relu=True)`, `def block(x, relu=True)`, `{"swiglu": True}`. */
import { curveSwitched, nameSwitched } from '../configuration/switches';
import { classAround } from '../formulas/bindings';
import { isOfLoss } from '../formulas/evidence';
import { stringValue } from '../../python/literals';
import { assignmentOf, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { anyIn } from './places';
import type { Reading } from '../reading';
import { usageOf } from './stringUse';
import type { Usage } from '../usage';

/** What a keyword, a parameter, a key of a table or an assignment switches on. */
export function findSwitchedOn(reading: Reading, node: Node): Usage | undefined {
  const { tree } = reading;
  if (tree.kind(tree.lastChild(node)) !== Kind.True) return undefined;
  const flag = flagOf(tree, node);
  const name = tree.kind(flag) === Kind.String ? stringValue(tree, flag) ?? '' : nameOf(tree, flag);
  const text = flag === NONE ? undefined : nameSwitched(name) ?? leakOf(reading, node, name) ?? (tree.kind(node) === Kind.Parameter ? curveOf(reading, node, name) : undefined);
  if (text === undefined || isUnread(tree, node, name) || isOfError(reading, node) || isBent(reading, node) || isOfAnother(reading, node, text)) return undefined;
  const usage = usageOf(reading, { string: flag, text, written: [] }, anyIn(reading), 'inferred', true);
  return usage && { ...usage, form: 'configuration' };
}

/** What is named: a plain variable is none, since others may switch it later. */
function flagOf(tree: SyntaxTree, node: Node): Node {
  switch (tree.kind(node)) {
    case Kind.DictEntry:
      return tree.firstChild(node);
    case Kind.Assign:
    case Kind.AnnAssign: {
      const [target = NONE] = assignmentOf(tree, node)?.targets ?? [];
      return tree.kind(target) === Kind.Attribute || tree.kind(node) === Kind.AnnAssign ? target : NONE;
    }
    default:
      return node;
  }
}

/** A parameter that its function never reads switches nothing on. */
function isUnread(tree: SyntaxTree, node: Node, name: string): boolean {
  const parameters = tree.kind(node) === Kind.Parameter ? tree.parent(node) : NONE;
  const definition = tree.parent(parameters);
  if (tree.kind(definition) !== Kind.FunctionDef) return false;
  for (let inside = parameters + 1; inside < definition; inside++) if (tree.kind(inside) === Kind.Name && nameOf(tree, inside) === name) return false;
  return true;
}

/** What leaks besides is another: `conv(x, relu=True, alpha=0.2)`. */
function isBent({ tree }: Reading, node: Node): boolean {
  return tree.children(tree.parent(node)).some((each) => each !== node && slopes.test(nameOf(tree, each)));
}

const slopes = /^(alpha|leak|leaky|slope|negative_slope|relu_?(factor|slope|alpha|leak))$/;

/** Whether the file's own function or class that takes the flag has another activation, and not this: some call a leaky rectifier so. */
function isOfAnother(reading: Reading, node: Node, text: string): boolean {
  const taker = rectifiers.includes(text) ? takerOf(reading, node) : NONE;
  const used = mentionedIn(reading, taker);
  return !used.has(text.replaceAll('_', '').replace(/^lrelu$/, 'leakyrelu')) && rectifiers.some((word) => used.has(word));
}

/** `{'filter': 64, 'leaky': True}`: integrators leak too, and what is no leaky rectifier where the text, or the function that takes the flag, has none. */
function leakOf(reading: Reading, node: Node, name: string): string | undefined {
  const { tree } = reading;
  if (!/^(use_|with_|is_)?leaky$/.test(name)) return undefined;
  tree.dependencies?.askAnywhere(node);
  const taker = takerOf(reading, node);
  const isThere = taker === NONE ? /leaky_?relu/i.test(tree.text) : leaks.some((word) => mentionedIn(reading, taker).has(word));
  return isThere ? 'leaky_relu' : undefined;
}

const leaks = ['leakyrelu', 'leaky'];

/** A parameter may be of what is called after a curve as well, a target or a mask, unless its own function or class has the curve. */
function curveOf(reading: Reading, parameter: Node, name: string): string | undefined {
  const text = curveSwitched(name);
  return text !== undefined && mentionedIn(reading, takerOf(reading, parameter)).has(text) ? text : undefined;
}

function mentionedIn({ tree }: Reading, taker: Node): ReadonlySet<string> {
  const words = taker === NONE ? undefined : tree.textOf(taker).match(mentioned);
  return new Set(words?.map((word) => word.replaceAll('_', '').toLowerCase().replace(/^lrelu$/, 'leakyrelu')));
}

/** What is called, asked of a module or named in a text; what `self` has is called as the flag is. */
const mentioned = /(?<!\bself\.)\b[A-Za-z]\w*(?=\s*\()|(?<=(?<!\bself)[.'"])[A-Za-z]\w*/g;
const rectifiers = ['relu', 'leakyrelu', 'lrelu', 'prelu', 'rrelu', 'relu6', 'elu', 'selu', 'celu'];

/** The class or function of the file that a flag is a parameter or an argument of. */
function takerOf({ tree, names }: Reading, node: Node): Node {
  const parent = tree.parent(node);
  const callee = tree.kind(parent) === Kind.Call ? calleeOf(tree, parent) : NONE;
  if (tree.kind(callee) === Kind.Name) return names.definitionOf(callee);
  const owner = classAround(tree, names, node);
  return owner === NONE && tree.kind(node) === Kind.Parameter ? tree.parent(parent) : owner;
}

/** A loss has its own, as what is measured has. */
function isOfError({ tree, names }: Reading, node: Node): boolean {
  const parent = tree.parent(node);
  const called = tree.kind(parent) === Kind.Call ? nameOf(tree, calleeOf(tree, parent)) : '';
  const owner = tree.kind(node) === Kind.Parameter ? nameOf(tree, tree.parent(parent)) : called;
  if ([called, owner].some((name) => isOfLoss(name) || ofErrors.test(name)) || tree.children(parent).some((each) => weights.test(nameOf(tree, each)))) return true;
  for (let around = names.enclosingDefinition(node); around !== NONE; around = names.enclosingDefinition(around)) {
    if (isOfLoss(nameOf(tree, around)) || ofErrors.test(nameOf(tree, around))) return true;
  }
  return false;
}

/** What a loss takes besides. */
const weights = /^(loss_weight|reduction)$/;
const ofErrors = /loss|metric|accuracy|criteri|dice|plot|draw|flops|data(set|loader)|transform/i;
