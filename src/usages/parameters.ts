/** Which activation a call means and with which parameters, from the arguments that it writes. */
import { findActivation } from '../activations/catalogue';
import type { Parameter, ParameterValue } from '../activations/activation';
import type { Argument, FrameworkSymbol, Variant } from '../frameworks/framework';
import { argumentsElsewhere } from '../frameworks/argumentsElsewhere';
import { findString, findSymbol } from '../frameworks/lookup';
import { calleeOf, type Argument as Written } from '../python/parts';
import { literalValue, type Literal } from '../python/literals';
import { Kind, NONE, type Node } from '../python/syntax';
import { knownValue, qualifiedNames, spanOf, type Reading } from './reading';
import type { UsageParameter } from './usage';

/** The arguments of a call by the framework's names for them. */
interface Bound {
  readonly values: ReadonlyMap<string, Node>;
  /** Keywords that the framework does not know, at least not in the version described. */
  readonly strange: readonly string[];
  /** Arguments that a `*args` or `**kwargs` may hold. */
  mayHold(argument: Argument): boolean;
}

export interface Meaning {
  readonly activation: string;
  readonly parameters: readonly UsageParameter[];
  /** False where an argument that could not be read may pick another activation. */
  readonly certain: boolean;
  /** Whether it is this one at least where each such argument is what it is by default, as in `def forward(z, derivative=False): return self.tanh(z, derivative)`. */
  readonly isUsual: boolean;
}

/** Nothing where the call means no activation of the catalogue. */
export function meaningOf(reading: Reading, symbol: FrameworkSymbol, written: readonly Written[]): Meaning | undefined {
  if (asksForDerivative(reading, written)) return undefined;
  const bound = bind(symbol.arguments, written);
  const picked = pickVariant(reading, symbol, bound);
  const activation = picked.activation === undefined ? undefined : findActivation(picked.activation);
  if (activation === undefined) return undefined;
  const parameters = Object.entries(activation.parameters)
    .map(([name, parameter]) => resolve(reading, symbol, bound, name, parameter))
    .map((resolved) => (resolved.source === 'default' && isCalledElsewhere(activation.id, resolved.name, bound) ? { ...resolved, source: 'unknown' as const } : resolved));
  return { activation: activation.id, parameters, certain: picked.certain, isUsual: picked.isUsual };
}

/** `activation(z, derivative=True)`: no library's function gives its derivative so, but one that people have given the place of one does. */
function asksForDerivative({ tree }: Reading, written: readonly Written[]): boolean {
  return written.some(({ keyword, value }) => keyword !== undefined && derivative.test(keyword) && (literalValue(tree, value) === true || literalValue(tree, value) === 1));
}

const derivative = /^_*(\w+_)?(deriv(ative|ate|e|ada)?|prime|bprop|backprop|differentiate)$/i;

/** Whether a keyword is what other libraries, or another version, call the parameter: its default does not apply then, whatever the call does. */
function isCalledElsewhere(activation: string, parameter: string, { strange }: Bound): boolean {
  return strange.length > 0 && argumentsElsewhere(activation).some((argument) =>
    argument.parameter === parameter && strange.some((keyword) => argument.name === keyword || argument.aliases?.includes(keyword)));
}

/** A name beside which options are passed: where some are arguments of no library's, nobody knows how they are read. */
export function openedTo(symbol: FrameworkSymbol, options: readonly string[]): FrameworkSymbol {
  if (areRead(symbol, options)) return symbol;
  const others = argumentsElsewhere(symbol.activation);
  const widened = { ...symbol, arguments: [...symbol.arguments.filter(({ parameter }) => others.every((other) => other.parameter !== parameter)), ...others] };
  return areRead(widened, options) ? widened : { ...symbol, versioned: Object.keys(findActivation(symbol.activation)?.parameters ?? {}) };
}

function areRead(symbol: FrameworkSymbol, options: readonly string[]): boolean {
  return options.every((option) => option === 'inplace' || symbol.arguments.some(({ name, aliases = [] }) => name === option || aliases.includes(option)));
}

function bind(accepted: readonly Argument[], written: readonly Written[]): Bound {
  const values = new Map<string, Node>();
  const strange: string[] = [];
  const byPosition = accepted.filter(({ keywordOnly }) => keywordOnly !== true);
  const firstStarred = written.findIndex(({ stars }) => stars === 1);
  written.forEach(({ stars, keyword, value }, place) => {
    if (stars > 0 || (keyword === undefined && firstStarred >= 0 && place > firstStarred)) return;
    const argument = keyword === undefined
      ? byPosition[place]
      : accepted.find(({ name, aliases }) => name === keyword || aliases?.includes(keyword));
    if (argument) values.set(argument.name, value);
    else if (keyword !== undefined) strange.push(keyword);
  });
  const kept = written.some(({ stars }) => stars === 2);
  const mayHold = (argument: Argument): boolean =>
    !values.has(argument.name) && (kept || (firstStarred >= 0 && byPosition.indexOf(argument) >= firstStarred));
  return { values, strange, mayHold };
}

interface Picked extends Pick<Meaning, 'certain' | 'isUsual'> {
  readonly activation: string | undefined;
}

function pickVariant(reading: Reading, symbol: FrameworkSymbol, bound: Bound): Picked {
  const variants = symbol.variants ?? [];
  const ways = [...new Set(variants.map(({ argument }) => argument))]
    .map((name) => pickByArgument(reading, symbol, bound, name, variants.filter(({ argument }) => argument === name)));
  const others = ways.filter((way) => way.activation !== symbol.activation);
  const activation = others.length === 1 ? others[0]?.activation : others.length === 0 ? symbol.activation : undefined;
  return { activation, certain: ways.every((way) => way.certain), isUsual: ways.every((way) => way.isUsual) };
}

function pickByArgument(reading: Reading, symbol: FrameworkSymbol, bound: Bound, name: string, variants: readonly Variant[]): Picked {
  const node = bound.values.get(name);
  if (node === undefined) {
    const certain = !symbol.arguments.some((argument) => argument.name === name && bound.mayHold(argument));
    return { activation: symbol.activation, certain, isUsual: certain };
  }
  const known = knownValue(reading, node);
  if (known === null) return { activation: symbol.activation, certain: true, isUsual: true };
  // What a parameter is where its caller says nothing picks what is meant, and is not certain: `def relu(x, alpha=0.): return K.relu(x, alpha)`.
  const value = known === undefined ? valueLeftOut(reading, node) : known;
  if (value === null) return { activation: symbol.activation, certain: false, isUsual: true };
  const passed = variants.some(({ passes }) => passes !== undefined) ? passedActivation(reading, node, value) : undefined;
  const fitting = variants.find((variant) => (variant.passes === undefined ? fits(variant, value) : variant.passes === passed));
  return { activation: fitting ? fitting.activation : symbol.activation, certain: known !== undefined || passed !== undefined, isUsual: value !== undefined || passed !== undefined };
}

/** The activation that a value is: `"silu"`, `nn.SiLU`, `nn.SiLU()`. */
function passedActivation(reading: Reading, node: Node, value: Literal): string | undefined {
  if (typeof value === 'string') return firstOf(reading.scope, (framework) => findString(framework, value)?.activation);
  const callable = reading.tree.kind(node) === Kind.Call ? calleeOf(reading.tree, node) : node;
  return firstOf(qualifiedNames(reading, callable), (name) => findSymbol(name)?.symbol.activation);
}

export function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function fits({ equals, neutral }: Variant, value: Literal): boolean {
  return equals === undefined ? value !== neutral || neutral === undefined : value === equals;
}

function resolve(reading: Reading, symbol: FrameworkSymbol, bound: Bound, name: string, parameter: Parameter): UsageParameter {
  const fallback: ParameterValue = symbol.defaults?.[name] ?? parameter.default;
  const setting = symbol.arguments.filter((candidate) => candidate.parameter === name);
  const argument = setting.find((candidate) => bound.values.has(candidate.name)) ?? setting[0];
  const node = argument && bound.values.get(argument.name);
  if (argument === undefined || node === undefined) {
    const open = symbol.versioned?.includes(name) === true || (argument !== undefined && bound.mayHold(argument));
    return { name, value: fallback, source: open ? 'unknown' : 'default' };
  }
  const literal = knownValue(reading, node);
  if (literal === null) return { name, value: fallback, source: 'default' };
  const value = valueFor(parameter, argument, literal);
  const span = spanOf(reading.tree, node);
  const agree = value !== undefined && setting.every((other) => other === argument || valueOf(reading, bound, parameter, other, fallback) === value);
  if (agree) return { name, value, source: 'written', span };
  return { name, value: valueFor(parameter, argument, valueLeftOut(reading, node)) ?? fallback, source: 'unknown', span };
}

/** The default of the parameter that an argument is: what is passed where a caller leaves it out. */
function valueLeftOut({ tree, names }: Reading, node: Node): Literal {
  const [binding, other] = tree.kind(node) === Kind.Name ? names.bindingsOf(node) : [];
  const parameter = binding !== undefined && other === undefined ? binding.node : NONE;
  const isOptional = tree.kind(parameter) === Kind.Parameter && tree.lastChild(parameter) !== tree.firstChild(parameter);
  return isOptional ? literalValue(tree, tree.lastChild(parameter)) : undefined;
}

/** What another argument makes of the same parameter: both bounds of a shrinkage have to be the same. */
function valueOf(reading: Reading, bound: Bound, parameter: Parameter, argument: Argument, fallback: ParameterValue): ParameterValue | undefined {
  const node = bound.values.get(argument.name);
  return node === undefined ? fallback : valueFor(parameter, argument, knownValue(reading, node));
}

/** The literal as a value of the parameter, where it is one: as a number `True` is 1, as in `nn.LeakyReLU(True)`. */
export function valueFor(parameter: Parameter, argument: Argument, literal: Literal): ParameterValue | undefined {
  if (argument.values) return argument.values[String(literal)];
  if (parameter.kind === 'number') {
    const number = typeof literal === 'boolean' ? Number(literal) : literal;
    return typeof number !== 'number' ? undefined : argument.negated === true ? -number : number;
  }
  return typeof literal === 'string' && parameter.choices.includes(literal) ? literal : undefined;
}
