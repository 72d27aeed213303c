/** Where the file calls what leaves an activation to its callers, and what it passes there. */
import { stringValue } from '../../python/literals';
import { callArguments, callOf, classWith, nameOf, parametersOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { bindingsOf } from '../formulas/bindings';
import { classOfSelf } from '../holding/classOfSelf';
import { literalAt } from '../holding/settingsWritten';
import type { Reading } from '../reading';
import { calledFor, calledWithin, isCalledActivation, isLeftToCallers, takersIn } from './taking';

/** Where the file calls, or derives from, what leaves an activation to its callers; by name. */
export type CalledByName = ReadonlyMap<string, readonly Callee[]>;

interface Callee {
  readonly node: Node;
}

/** Who is called more often is not followed. */
const most = 64;

/** What each caller passes for a Parameter or a field, `NONE` for one that leaves out what is then `None`; undefined where that is not known of all, or nobody calls. */
export function passedByCallers(reading: Reading, taking: Node): readonly Node[] | undefined {
  const { tree } = reading;
  const name = nameOf(tree, tree.kind(taking) === Kind.AnnAssign ? tree.firstChild(taking) : taking);
  const definition = isCalledActivation(name) && isLeftToCallers(tree, taking) ? calledFor(tree, taking) : NONE;
  const callees = definition === NONE ? [] : calleesOf(reading, taking, definition);
  if (callees.length === 0 || callees.length > most) return undefined;
  const mayLeaveOut = tree.kind(tree.lastChild(taking)) === Kind.NoneLiteral;
  const passed: Node[] = [];
  for (const { node: callee } of callees) {
    const call = callOf(tree, callee);
    const argument = call === NONE ? 'unknown' : argumentFor(tree, taking, definition, callArguments(tree, call));
    if (argument === 'unknown' || (argument === undefined && !mayLeaveOut)) return undefined;
    passed.push(argument?.value ?? NONE);
  }
  return passed;
}

/** The text that all callers pass who pass something. */
export function textByCallers(reading: Reading, taking: Node): string | undefined {
  const texts = new Set(passedByCallers(reading, taking)?.filter((value) => value !== NONE).map((value) => stringValue(reading.tree, value) ?? literalAt(reading, value)));
  const [text] = texts;
  return texts.size === 1 && typeof text === 'string' ? text : undefined;
}

/** The places in the file where a definition is called or derived from. */
function calleesOf(reading: Reading, taking: Node, definition: Node): readonly Callee[] {
  const { tree, names, shared } = reading;
  shared.callers ??= callersIn(reading);
  const callees = shared.callers.get(nameOf(tree, definition)) ?? [];
  tree.dependencies?.lead(taking, callees);
  if (callees.length > most) return callees;
  const owner = tree.kind(definition) === Kind.FunctionDef ? classWith(tree, definition) : NONE;
  return owner === NONE ? callees.filter(({ node }) => names.definitionNamed(node) === definition) : calleesOfMethod(reading, owner, nameOf(tree, definition), callees);
}

/** Where a class calls its own method; nowhere if another object is asked for one of the name, unless that is another class's own. */
function calleesOfMethod(reading: Reading, owner: Node, name: string, callees: readonly Callee[]): readonly Callee[] {
  const { tree } = reading;
  const own: Callee[] = [];
  for (const callee of callees) {
    if (tree.kind(callee.node) !== Kind.Attribute) continue;
    const caller = classOfSelf(reading, tree.firstChild(callee.node));
    if (caller === owner) own.push(callee);
    else if (caller === NONE || bindingsOf(reading).methodsOf(caller)?.has(name) !== true) return [];
  }
  return own;
}

function callersIn({ tree, locals }: Reading): CalledByName {
  const found = new Map<string, Callee[]>();
  for (const noted of locals.noted.values()) for (const name of takersIn(tree, noted)) found.set(name, []);
  if (found.size === 0) return found;
  for (const [root, noted] of locals.noted) {
    const called = calledWithin(tree, noted, root);
    for (const [name, places] of called) found.get(name)?.push(...places.map((place) => ({ node: noted.first + place })));
  }
  return found;
}

/** What a call passes for a parameter or field; `unknown` where stars may. */
function argumentFor(tree: SyntaxTree, taking: Node, definition: Node, written: readonly Argument[]): Argument | 'unknown' | undefined {
  const [name, place] = tree.kind(taking) === Kind.AnnAssign ? fieldOf(tree, taking) : parameterOf(tree, taking, definition);
  const argument = written.find(({ keyword }) => keyword === name) ?? (written[place]?.keyword === undefined ? written[place] : undefined);
  return written.some(({ stars }) => stars > 0) ? 'unknown' : argument;
}

function parameterOf(tree: SyntaxTree, parameter: Node, definition: Node): readonly [name: string, place: number] {
  const parameters = parametersOf(tree, tree.parent(tree.parent(parameter)));
  const place = parameters.findIndex(({ node }) => node === parameter);
  return [nameOf(tree, parameter), parameters[place]?.passedBy === 'keyword' ? Infinity : place - (tree.kind(definition) === Kind.ClassDef || classWith(tree, definition) !== NONE ? 1 : 0)];
}

/** The constructor of a dataclass takes its fields in their order. */
function fieldOf(tree: SyntaxTree, field: Node): readonly [name: string, place: number] {
  const fields = tree.children(tree.parent(field)).filter((statement) => tree.kind(statement) === Kind.AnnAssign && tree.kind(tree.firstChild(statement)) === Kind.Name);
  return [nameOf(tree, tree.firstChild(field)), fields.indexOf(field)];
}
