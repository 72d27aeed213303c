/** Curves that are drawn: what a plot calls one, and the bare curve of a function around zero. */
import { literalValue, stringValue } from '../../python/literals';
import { callArguments, calleeOf, nameOf, statementOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { isNameOf } from './naming';
import type { Recognised } from './recognise';

/** Libraries that draw. */
const drawing = ['matplotlib', 'pylab', 'plotly', 'seaborn', 'bokeh'];
const curves = /^(plot|lineplot|line|scatter|Scatter|add_trace|step|semilog[xy])$/;
const titles = /^(set_)?(sup)?(title|ylabel|legend|xlabel|text)$|^annotate$/;
/** Where the next picture begins. */
const nextPicture = /^(figure|subplots?|show|close|clf|savefig)$/;
/** So many statements behind a curve are looked at. */
const mostStatements = 12;

/** Whether the plot that a formula's values go to calls it so. */
export function isPicturedAs(reading: Reading, { activation }: Recognised, formula: Node): boolean {
  return draws(reading) && namesGiven(reading, formula).some((name) => isNameOf(activation.id, name) && !ofOthers.test(name));
}

/** What data are fitted by, and what grows. */
const ofOthers = /\b(fit|fitted|growth|dose|response|curve_fit|data|regression)\b/i;

function draws({ names: { importedRoots } }: Reading): boolean {
  return drawing.some((root) => importedRoots.has(root));
}

function namesGiven(reading: Reading, formula: Node): string[] {
  const { tree } = reading;
  const call = tree.parent(formula);
  const variable = variableOf(tree, formula);
  const isDrawn = tree.kind(call) === Kind.Call && curves.test(nameOf(tree, calleeOf(tree, call)));
  if (variable === '' && !isDrawn) return [];
  const own = isDrawn ? labelsOf(tree, callArguments(tree, call)) : [];
  return [...own, ...titlesBehind(reading, formula, variable)];
}

/** The variable that gets the values of a formula as they are. */
function variableOf(tree: SyntaxTree, formula: Node): string {
  const parent = tree.parent(formula);
  const target = tree.firstChild(parent);
  return tree.kind(parent) === Kind.Assign && tree.kind(target) === Kind.Name && target !== formula ? nameOf(tree, target) : '';
}

function labelsOf(tree: SyntaxTree, given: readonly Argument[]): string[] {
  return given.flatMap(({ keyword, value }) => (keyword === 'label' || keyword === 'name' ? stringValue(tree, value) ?? [] : []));
}

/** What the statements behind one say of a picture, up to the next picture, and of the variable, until it is bound anew. */
function titlesBehind({ tree, names }: Reading, formula: Node, variable: string): string[] {
  if (names.enclosingDefinition(formula) === NONE) tree.dependencies?.lookAhead(formula, mostStatements);
  const found: string[] = [];
  let statement = tree.nextSibling(statementOf(tree, formula));
  let isDrawn = variable === '';
  for (let place = 0; place < mostStatements && statement !== NONE; place++, statement = tree.nextSibling(statement)) {
    if (variable !== '' && tree.kind(statement) === Kind.Assign && nameOf(tree, tree.firstChild(statement)) === variable) break;
    const call = tree.kind(statement) === Kind.ExprStatement ? tree.firstChild(statement) : NONE;
    if (tree.kind(call) !== Kind.Call) continue;
    const called = nameOf(tree, calleeOf(tree, call));
    const given = callArguments(tree, call);
    if (isDrawn && nextPicture.test(called)) break;
    if (curves.test(called) && given.some(({ value }) => tree.kind(value) === Kind.Name && nameOf(tree, value) === variable)) {
      isDrawn = true;
      found.push(...labelsOf(tree, given));
    } else if (titles.test(called)) found.push(...textsIn(tree, given));
  }
  return isDrawn ? found : [];
}

/** The text of a title, the texts of a legend. */
function textsIn(tree: SyntaxTree, given: readonly Argument[]): string[] {
  const parts = given.flatMap(({ value }) => (tree.kind(value) === Kind.List ? tree.children(value) : [value]));
  return parts.flatMap((part) => stringValue(tree, part) ?? []);
}

/** Words of texts that mean the curve of something else. */
const otherSciences = /logist|growth|populat|dose|psycho|infect|epidem|ecolog|curve_fit|odeint|solve_ivp|fermi|likelihood|probab/i;

/** Whether a formula is a function of one variable, as it stands, that is drawn around zero in a text that speaks of nothing else: `1 / (1 + np.exp(-x))` of `np.linspace(-10, 10)`. */
export function isBareCurve(reading: Reading, { inputs: [input, other], isComposite }: Recognised): boolean {
  const { tree, names } = reading;
  if (input === undefined || other !== undefined || isComposite || tree.kind(input.node) !== Kind.Name || !draws(reading)) return false;
  tree.dependencies?.askAnywhere(input.node);
  return isAroundZero(tree, names.valueOf(input.node)) && !otherSciences.test(tree.text);
}

/** `np.arange(-10, 10, 0.1)`, `np.linspace(-6, 6)` */
function isAroundZero(tree: SyntaxTree, value: Node): boolean {
  if (tree.kind(value) !== Kind.Call || !/^(linspace|arange)$/.test(nameOf(tree, calleeOf(tree, value)))) return false;
  const [from, to] = callArguments(tree, value).map((argument) => literalValue(tree, argument.value));
  return typeof from === 'number' && typeof to === 'number' && from < 0 && Math.abs(from + to) <= to / 5;
}
