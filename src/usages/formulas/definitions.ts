/** Classes, functions and lambdas of the file itself that implement an activation, so that their uses are ones of it. */
import type { Activation } from '../../activations/activation';
import { stringValue } from '../../python/literals';
import { basesOf, bodyOf, callArguments, calleeOf, childOf, isRow, nameOf, parametersOf, type Argument, type Parameter } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { forwardPasses, saysOneActivation } from '../tellingNames';
import { isHalfOf } from './branches';
import { surroundingsOf } from './surroundings';
import { bindingsOf, isOwnAttribute, type Bindings } from './bindings';
import { distinctness, isAsymmetric, isCommon, isMathematical } from './peculiarities';
import { isCredible, isOfArrays } from './credible';
import { isOfDerivative, isOfLoss, isOfNetworks, saysActivation, speaksOf } from './evidence';
import { softmaxByLoops } from './loops';
import { handedOn } from './handedOn';
import { isCalledSo, isNameOf } from './naming';
import { readReturned } from './readBody';
import { activationCalled, type KnownActivation, type Workshop } from './callees';
import { isOneCall, recogniseComposite, recogniseReturned, type Formula, type Recognised } from './recognise';
import { valuesOf } from './steps';
import { noteCircle, type Reading } from '../reading';
import type { Leaf } from './steps';

export interface Definition extends Recognised {
  /** What a call passes, the input first; of a class what makes its instances. */
  readonly parametersOfCall: readonly Parameter[];
  readonly packages: ReadonlySet<string>;
}

interface Body extends Recognised {
  readonly packages: ReadonlySet<string>;
  /** It passes the input on to one function, and does nothing else. */
  readonly isWrapper: boolean;
  readonly isOfArrays: boolean;
}

export interface Definitions {
  readonly bindings: Bindings;
  readonly workshop: Workshop;
  /** What a ClassDef, FunctionDef or Lambda implements. */
  find(definition: Node): Definition | undefined;
}

/** Nobody's functions call one another in a longer row; a text that a program wrote may have thousands of them. */
const deepest = 100;

/** Found when first asked for, each once; what is defined by itself is nothing. */
export function definitionsOf(reading: Reading): Definitions {
  const bindings = bindingsOf(reading);
  const known = new Map<Node, Definition | undefined>();
  const find = (definition: Node): Definition | undefined => {
    if (definition === NONE) return undefined;
    if (known.has(definition)) {
      noteCircle(reading, definition, definition);
      return known.get(definition);
    }
    if (reading.shared.open.length > deepest) {
      reading.tree.dependencies?.bindToOrder(definition);
      return undefined;
    }
    known.set(definition, undefined);
    reading.shared.open.push(definition);
    const found = implementedBy(workshop, definition);
    reading.shared.open.pop();
    known.set(definition, found);
    return found;
  };
  const workshop: Workshop = {
    reading, bindings,
    localActivation: (definition, written) => knownActivation(find(definition), written),
    localFunction: (definition) => functionOf(workshop, definition),
    keys: new Map(), callees: new Map(), constants: new Map(),
  };
  return { bindings, workshop, find };
}

/** Whether leaves are inputs of the gated unit that a function computes: `def glu(a, b): return a * sigmoid(b)`. */
export function areInputsOfGate(definitions: Definitions, around: Node, leaves: readonly Leaf[]): boolean {
  const found = definitions.find(around);
  return found?.activation.kind === 'gate' && leaves.every(({ key }) => found.parametersOfCall.some(({ name }) => name === key));
}

/** What a definition computes where all its numbers are known, or are what a call passes. */
function knownActivation(definition: Definition | undefined, written: readonly Argument[] = []): KnownActivation | undefined {
  if (definition === undefined) return undefined;
  const parameters: Record<string, number | string> = {};
  const passed: Record<string, Node> = {};
  for (const [name, value] of Object.entries(definition.parameters)) {
    const argument = value === null ? argumentFor(definition, definition.given[name], written) : undefined;
    if (value !== null) parameters[name] = value;
    else if (argument) passed[name] = argument.value;
    else return undefined;
  }
  return { activation: definition.activation, parameters, packages: definition.packages, passed };
}

function argumentFor({ parametersOfCall }: Definition, leaf: Leaf | undefined, written: readonly Argument[]): Argument | undefined {
  const place = parametersOfCall.findIndex(({ name }) => name === leaf?.key);
  const argument = place < 0 ? undefined : written.find(({ keyword }) => keyword === leaf?.key) ?? written[place];
  return argument?.stars === 0 && (argument.keyword === undefined || argument.keyword === leaf?.key) ? argument : undefined;
}

/** What a function of one argument computes of a number, where its body says nothing else. */
function functionOf(workshop: Workshop, definition: Node): ((x: number) => number) | undefined {
  const { tree } = workshop.reading;
  const [input, other] = tree.kind(definition) === Kind.FunctionDef ? parametersOf(tree, definition) : [];
  const read = input === undefined || other !== undefined ? undefined : readReturned(workshop, childOf(tree, definition, Kind.Block));
  const place = read?.steps.list.findIndex((step) => step.kind === 'leaf') ?? NONE;
  const leaf = read?.steps.list[place];
  if (read === undefined || leaf?.kind !== 'leaf' || leaf.leaf.key !== input?.name || read.steps.list.some((step) => step.kind === 'vector')) return undefined;
  return (x) => valuesOf(read.steps.list, read.root, new Map([[place, [x]]]))?.[0] ?? NaN;
}

function implementedBy(workshop: Workshop, definition: Node): Definition | undefined {
  const { tree } = workshop.reading;
  const isClass = tree.kind(definition) === Kind.ClassDef;
  const callable = isClass ? callableOf(workshop, definition) : definition;
  const name = definedAs(tree, definition);
  if (callable === NONE || isOfDerivative(name) || isOneOfMany(tree, definition, name)) return undefined;
  const inputs = inputsFor(tree, definition, callable).flatMap(taken);
  const found = computedBy(workshop, callable, inputs);
  const looped = found === undefined && tree.kind(definition) === Kind.FunctionDef ? softmaxByLoops(tree, definition, inputs) : undefined;
  if (looped) return { ...looped, packages: new Set(), parametersOfCall: inputs };
  const isWholeLayer = isClass && isLayer(tree, definition);
  // A bijector or distribution that calls one function is named after it, and is none.
  if (found?.isWrapper && isClass && !isWholeLayer && !isCalledSo(found.activation.id, name)) return undefined;
  if (found === undefined || !isMeantSo(workshop.reading, found, name, isWholeLayer)) return undefined;
  const init = isClass ? workshop.bindings.methodsOf(definition)?.get('__init__') : undefined;
  const parametersOfCall = !isClass ? inputs : init ? parametersOf(tree, init).slice(1) : [];
  return { ...found, parametersOfCall };
}

/** What a call passes by itself: of `*args`, which editors write for methods that they fill in, the first. */
function taken(parameter: Parameter, place: number): Parameter[] {
  if (parameter.stars === 0) return [parameter];
  return parameter.stars === 1 && place === 0 ? [{ ...parameter, name: `${parameter.name}[0]`, stars: 0 }] : [];
}

/** `def step(self, x)` is what optimisers, cells and games do again and again, unless it does nothing but give a value back. */
function isOneOfMany(tree: SyntaxTree, definition: Node, name: string): boolean {
  if (name !== 'step' || tree.kind(definition) !== Kind.FunctionDef || parametersOf(tree, definition)[0]?.name !== 'self') return false;
  return bodyOf(tree, definition).some((statement) => tree.kind(statement) === Kind.Assign);
}

/** The name of a definition; of a lambda the one that it is bound to: of a variable, of the parameter that it is the default of, or its key in a table; also where its derivative stands beside it. */
function definedAs(tree: SyntaxTree, definition: Node): string {
  if (tree.kind(definition) !== Kind.Lambda) return nameOf(tree, definition);
  const item = isRow(tree, tree.parent(definition)) ? tree.parent(definition) : definition;
  const parent = tree.parent(item);
  if (tree.kind(parent) === Kind.Parameter) return nameOf(tree, parent);
  if (tree.kind(parent) === Kind.DictEntry) return stringValue(tree, tree.firstChild(parent)) ?? '';
  return tree.kind(parent) === Kind.Assign && tree.lastChild(parent) === item ? nameOf(tree, tree.firstChild(parent)) : '';
}

/** A layer that does nothing but this. */
function isLayer(tree: SyntaxTree, classDef: Node): boolean {
  return basesOf(tree, classDef).some(({ value }) => /^(Module|Layer|Function|Cell)$/.test(nameOf(tree, value)));
}

/** The method by which an instance is called; of a class that is called as an activation, the one that its base may call. */
export function callableOf({ bindings, reading: { tree } }: Workshop, classDef: Node): Node {
  const methods = bindings.methodsOf(classDef);
  const isCalled = (candidate: string): boolean => methods?.has(candidate) === true;
  const name = calledBy.find(isCalled) ?? (saysOneActivation(nameOf(tree, classDef)) ? computedIn.find(isCalled) : undefined);
  return methods?.get(name ?? '') ?? NONE;
}

/** What a function or method computes of: not its object, nor the module of functions that MXNet hands to `hybrid_forward`. */
function inputsOf(tree: SyntaxTree, callable: Node): readonly Parameter[] {
  const isHybrid = nameOf(tree, callable) === 'hybrid_forward';
  return parametersOf(tree, callable).filter(({ name }, place) => (place === 0 ? !['self', 'ctx', 'cls'].includes(name) : place > 1 || !isHybrid));
}

/** What a definition computes of; where the method of a layer takes nothing, what the layer was given before: `self.output = np.maximum(0, self.input)`. */
export function inputsFor(tree: SyntaxTree, definition: Node, callable: Node): readonly Parameter[] {
  const inputs = inputsOf(tree, callable);
  const given = inputs.length === 0 && tree.kind(definition) === Kind.ClassDef ? givenBefore(tree, callable) : NONE;
  return given === NONE ? inputs : [{ name: tree.textOf(given), stars: 0, annotation: NONE, default: NONE, passedBy: 'either', node: given }];
}

function givenBefore(tree: SyntaxTree, callable: Node): Node {
  for (let inside = tree.firstInside(callable); inside < callable; inside++) {
    if (isOwnAttribute(tree, inside) && /^_?(inputs?|input_data|x|z)$/.test(nameOf(tree, inside))) return inside;
  }
  return NONE;
}

const calledBy = ['forward', 'call', '__call__', 'construct', 'execute', 'hybrid_forward', 'updateOutput', 'forward_cpu'];
const computedIn = [
  'activation', 'activate', 'function', 'func', 'fn', 'f', 'apply', 'evaluate', 'compute', 'calculate', ...forwardPasses,
  'output', 'get_output', 'get_output_for', 'get_train_output_for',
];

/** Longer bodies do more than one activation. */
const mostStatements = 24;

function computedBy(workshop: Workshop, callable: Node, inputs: readonly Parameter[]): Body | undefined {
  return recogniseBody(workshop, callable, inputs) ?? passedOn(workshop, callable, inputs);
}

function recogniseBody(
  workshop: Workshop, callable: Node, inputs: readonly Parameter[],
): Body | undefined {
  const { tree } = workshop.reading;
  const [input] = inputs;
  const isLambda = tree.kind(callable) === Kind.Lambda;
  if (input === undefined || (!isLambda && bodyOf(tree, callable).length > mostStatements)) return undefined;
  const read = isLambda ? readReturned(workshop, tree.lastChild(callable)) : readReturned(workshop, childOf(tree, callable, Kind.Block));
  if (read === undefined) return undefined;
  const around = surroundingsOf(workshop);
  const formula: Formula = { steps: read.steps.list, root: read.root };
  const mayGate = isLambda || /glu|gat(e|ing)/i.test(nameOf(tree, callable));
  const name = tree.kind(callable) === Kind.Lambda ? '' : nameOf(tree, callable);
  const found = recogniseReturned({ ...around, areBranches: (a, b) => around.areBranches(a, b) || (mayGate && areParameters(inputs, a.key, b.key)) }, formula)
    ?? ofSum(formula, inputs, name);
  if (found === undefined || !(found.isComposite || isOfInput(workshop, found, inputs) || isOfProjection(workshop, callable, found, inputs)) || !isCredible(formula, found)) return undefined;
  return { ...found, packages: read.packages, isWrapper: isOneCall(formula), isOfArrays: isOfArrays(formula, read.packages) };
}

/** What hands its inputs to another of the file, which may have two halves of one for its inputs: `return geglu(x)`, `return bias_gelu(bias, x)`. */
function passedOn(workshop: Workshop, callable: Node, inputs: readonly Parameter[]): Body | undefined {
  const { tree, names } = workshop.reading;
  const { callee, passed } = handedOn(tree, callable, inputs);
  // What a library takes besides is no input.
  if (callee === NONE || (passed > 1 && names.definitionNamed(callee) === NONE)) return undefined;
  const known = activationCalled(workshop, callee, []);
  return known && { ...known, given: {}, inputs: [], isComposite: false, isWrapper: true, isOfArrays: true };
}

/** A function that adds what it is given before it activates that, and is called so: `bias_gelu(bias, x)`. */
function ofSum(formula: Formula, inputs: readonly Parameter[], name: string): Recognised | undefined {
  const found = inputs.length < 2 || !saysActivation(name) ? undefined : recogniseComposite(formula);
  const isOfInputs = formula.steps.every((step) => step.kind !== 'leaf' || inputs.some((input) => input.name === step.leaf.key));
  return found && isOfInputs && isNameOf(found.activation.id.replace(/-tanh$/, ''), name) ? found : undefined;
}

/** A layer that projects its input first, as gated and approximate GELUs do, or both sides of a gate, and is called by its activation. */
function isOfProjection({ reading: { tree, names } }: Workshop, callable: Node, { activation: { id }, inputs: projections }: Recognised, [input]: readonly Parameter[]): boolean {
  const owner = names.enclosingDefinition(callable);
  if (tree.kind(owner) !== Kind.ClassDef || projections.length === 0 || !projections.every(({ node }) => isProjected(tree, node, input?.name))) return false;
  const name = nameOf(tree, owner).replace('GatedLinearUnit', 'GLU');
  return speaksOf(id, name) && gatedNames.test(name);
}

/** `self.proj(x)` */
function isProjected(tree: SyntaxTree, node: Node, input: string | undefined): boolean {
  if (tree.kind(node) !== Kind.Call || !isOwnAttribute(tree, calleeOf(tree, node))) return false;
  const [passed, other] = callArguments(tree, node);
  return other === undefined && passed !== undefined && tree.kind(passed.value) === Kind.Name && nameOf(tree, passed.value) === input;
}

/** Names of layers that are an activation with its projection, and nothing more. */
const gatedNames = /^(Approximate|Approx|Quick|Fast|New|Projected|Gated|Proj)?(GELU|SiLU|ReLU|Swish|Mish|Tanh|Sigmoid|\w{2,3}GLU|GLU)(Layer|Activation)?$/i;

/** What is computed of anything but the input, such as a layer's output, is a block and no activation. */
function isOfInput(workshop: Workshop, { inputs: [first, second] }: Recognised, inputs: readonly Parameter[]): boolean {
  const input = inputs[0]?.name ?? '';
  if (first === undefined) return false;
  if (second === undefined) return first.key === input;
  return areParameters(inputs, first.key, second.key)
    || [first, second].every(({ node }) => isHalfOf(workshop, node, input));
}

function areParameters(inputs: readonly Parameter[], a: string, b: string): boolean {
  return inputs.length >= 2 && inputs.some(({ name }) => name === a) && inputs.some(({ name }) => name === b);
}

/** Whether the name of a definition bears out what it computes. */
function isMeantSo(reading: Reading, { activation: { id, kind }, inputs, isWrapper, isOfArrays: ofArrays }: Body, name: string, isWholeLayer: boolean): boolean {
  const kindOf = distinctness(id);
  if (isOfLoss(name) && (kindOf !== 'unmistakable' || isAsymmetric(id))) return false;
  switch (kindOf) {
    case 'plain':
      return isPlainMeantSo(id, kind, name, isWholeLayer);
    case 'ambiguous':
      return isNameOf(id, name) || (isWrapper ? saysActivation(name) : isWholeLayer || speaksOf(id, name));
    case 'unmistakable':
      if (isWrapper) return isNameOf(id, name) || saysActivation(name);
      return isWholeLayer || saysActivation(name) || inputs.some(({ key }) => key === 'activation') || (isOfNetworks(reading) && (ofArrays || (kind !== 'vector' && !isCommon(id))));
  }
}

/** Arithmetic that is an activation only where the name says so. */
function isPlainMeantSo(id: string, kind: Activation['kind'], name: string, isWholeLayer: boolean): boolean {
  if (isMathematical(id) && !isWholeLayer) return saysActivation(name) && isNameOf(id, name);
  return isCalledSo(id, name) || (kind === 'scalar' && /activation/i.test(name));
}
