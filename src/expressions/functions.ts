/** What can be called in an expression, and which expression a call makes of its arguments. */
import { defaultsOf, type ParameterValue, type ScalarActivation } from '../activations/activation';
import { nearbyActivations, searchActivation, spellingOf } from '../activations/search';
import { elementary, elementaryOperation, type ElementaryName } from './elementary';
import { call, isConstant, number, smooth, type Expression, type RuleName, type Smooth } from './expression';
import { plainNumbers } from './field';
import { jetOf } from './jets';
import { refuse } from './problem';

export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Argument extends Place {
  readonly keyword: string | undefined;
  /** A text such as "tanh", else an expression. */
  readonly value: Expression | string;
}

/** Builds a call from its arguments in order; one that may be left out is then undefined. */
interface Callable {
  /** The keywords under which each argument is known. */
  readonly parameters: readonly (readonly string[])[];
  readonly required: number;
  readonly most?: number;
  /** Whether all but the first argument are numbers: a parameter that depends on x would be a second variable. */
  readonly hasParameters?: boolean;
  build(...of: (Expression | undefined)[]): Expression;
}

const input = ['input', 'x', 'a', 'z', 'features', 'tensor', 'self', 'x1'];
const other = ['other', 'y', 'b', 'exponent', 'x2'];
const missing = number(NaN);

function unary(build: (u: Expression) => Expression): Callable {
  return { parameters: [input], required: 1, build: (u = missing) => build(u) };
}

function binary(build: (u: Expression, v: Expression) => Expression): Callable {
  return { parameters: [input, other], required: 2, build: (u = missing, v = missing) => build(u, v) };
}

const rule = (name: RuleName): Callable => unary((u) => call(name, u));
const pair = (name: RuleName): Callable => binary((u, v) => call(name, u, v));
const power = (exponent: number): Callable => unary((u) => call('power', u, number(exponent)));

function extreme(name: 'maximum' | 'minimum'): Callable {
  return {
    parameters: [input, other], required: 2, most: 12,
    build: (first = missing, ...rest) => rest.reduce<Expression>((found, next) => (next ? call(name, found, next) : found), first),
  };
}

const clip: Callable = {
  parameters: [input, ['min', 'a_min', 'clip_value_min', 'min_value', 'x_min'], ['max', 'a_max', 'clip_value_max', 'max_value', 'x_max']], required: 1,
  build: (u = missing, low = number(-Infinity), high = number(Infinity)) => call('clip', u, low, high),
};

const where: Callable = {
  parameters: [['condition', 'test'], ['input', 'x', 'a'], ['other', 'y', 'b']], required: 3,
  build: (test = missing, yes = missing, no = missing) => call('where', test, yes, no),
};

/** 0 below, 1 above, and the second argument at 0. */
const heaviside = binary((u, v) => call('where', call('equal', u, number(0)), v, call('greater', u, number(0))));
const logOf = (base: number): Callable => unary((u) => call('multiply', number(1 / Math.log(base)), call('log', u)));

const callables: Readonly<Record<string, Callable>> = {
  exp: rule('exp'), expm1: rule('expm1'), log: rule('log'), ln: rule('log'), log2: logOf(2), log10: logOf(10),
  exp2: unary((u) => call('power', number(2), u)), cosh: rule('cosh'), sinh: rule('sinh'), abs: rule('abs'),
  sqrt: power(0.5), rsqrt: power(-0.5), cbrt: unary((u) => call('multiply', named('sign', u), call('power', call('abs', u), number(1 / 3)))),
  square: power(2), reciprocal: power(-1), negative: rule('negate'), logical_not: rule('not'),
  add: pair('add'), subtract: pair('subtract'), multiply: pair('multiply'), divide: pair('divide'), power: pair('power'),
  maximum: extreme('maximum'), minimum: extreme('minimum'), clip, where, heaviside,
  greater: pair('greater'), greater_equal: pair('greaterEqual'), less: pair('less'), less_equal: pair('lessEqual'),
  hypot: binary((u, v) => call('power', call('add', call('power', u, number(2)), call('power', v, number(2))), number(0.5))),
  logaddexp: binary((u, v) => call('add', v, activationCall('softplus', call('subtract', u, v)))),
  ndtr: unary((u) => call('multiply', number(0.5), named('erfc', call('multiply', number(-Math.SQRT1_2), u)))),
};

/** Other names of the same functions. */
const otherNames: Readonly<Record<string, string>> = {
  fabs: 'abs', absolute: 'abs', arcsin: 'asin', arccos: 'acos', arctan: 'atan', arcsinh: 'asinh', arccosh: 'acosh', arctanh: 'atanh',
  neg: 'negative', sub: 'subtract', mul: 'multiply', div: 'divide', true_divide: 'divide', truediv: 'divide', pow: 'power', float_power: 'power',
  max: 'maximum', fmax: 'maximum', min: 'minimum', fmin: 'minimum', clamp: 'clip', clip_by_value: 'clip', select: 'where', cond: 'where',
  sgn: 'sign', signum: 'sign', gt: 'greater', ge: 'greater_equal', lt: 'less', le: 'less_equal', Phi: 'ndtr', Φ: 'ndtr', cdf: 'ndtr',
  expit: 'sigmoid', logistic: 'sigmoid', σ: 'sigmoid', log1pexp: 'softplus', tg: 'tan', arctg: 'atan',
};

/** Arguments that change no value. */
const idle: ReadonlySet<string> = new Set(['inplace', 'out', 'dtype', 'name', 'device']);

export function isFunctionName(name: string): boolean {
  return callableOf(name) !== undefined;
}

/** The expression of a call, or a refusal in words. */
export function callOf(name: string, given: readonly Argument[], place: Place): Expression {
  const callable = callableOf(name) ?? refuse(unknownFunction(name), place);
  const written = given.filter(({ keyword }) => keyword === undefined || !idle.has(keyword));
  return callable.build(...orderedArguments(name, callable, written, place));
}

function orderedArguments(name: string, { parameters, required, most = parameters.length, hasParameters = false }: Callable, given: readonly Argument[], place: Place): (Expression | undefined)[] {
  const ordered: (Expression | undefined)[] = parameters.map(() => undefined);
  given.forEach((argument, at) => {
    const index = argument.keyword === undefined ? at : parameters.findIndex((names) => names.includes(argument.keyword ?? ''));
    if (index < 0) refuse(`${name} takes no argument called ${argument.keyword ?? ''}.`, argument);
    if (index >= most) refuse(countWords(name, required, most), argument);
    if (typeof argument.value === 'string') refuse(`A text is no number, so ${name} cannot take it.`, argument);
    if (ordered[index] !== undefined) refuse(`${name} is given this argument twice.`, argument);
    if (hasParameters && index > 0 && !isConstant(argument.value)) refuse(`This parameter of ${name} has to be a number.`, argument);
    ordered[index] = argument.value;
  });
  if (ordered.slice(0, required).some((argument) => argument === undefined)) refuse(countWords(name, required, most), place);
  return ordered;
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five'];

function countWords(name: string, required: number, most: number): string {
  const count = (value: number): string => counts[value] ?? String(value);
  if (name === 'where') return 'where takes three arguments: a condition, the value where it holds, and the value where it does not.';
  if (required === most) return `${name} takes ${count(most)} argument${most === 1 ? '' : 's'}.`;
  return most > 5 ? `${name} takes ${count(required)} arguments or more.` : `${name} takes ${count(required)} to ${count(most)} arguments.`;
}

function callableOf(name: string): Callable | undefined {
  const known = otherNames[name] ?? name;
  if (Object.hasOwn(callables, known)) return callables[known];
  if (isElementary(known)) return unary((u) => named(known, u));
  const activation = searchActivation(known);
  return activation?.kind === 'scalar' && known.length > 1 ? activationCallable(activation) : undefined;
}

function isElementary(name: string): name is ElementaryName {
  return Object.hasOwn(elementary, name);
}

function named(name: ElementaryName, u: Expression): Expression {
  return smooth(elementaryOperation(name), u);
}

/** What libraries call the parameters of the catalogue. */
const keywords: Readonly<Record<string, readonly string[]>> = {
  negativeSlope: ['negative_slope', 'alpha', 'slope', 'a'], alpha: ['negative_slope'], lambda: ['lambd'], ceiling: ['max_value'],
};

function activationCallable(activation: ScalarActivation): Callable {
  const names = Object.keys(activation.parameters).filter((name) => activation.parameters[name]?.kind === 'number');
  return {
    parameters: [input, ...names.map((name) => [name, snake(name), ...keywords[name] ?? []])], required: 1, hasParameters: true,
    build: (u = missing, ...rest) => {
      const written = Object.fromEntries(names.flatMap((name, place) => (rest[place] === undefined ? [] : [[name, constantOf(rest[place])]])));
      return smooth(operationOf(activation, { ...defaultsOf(activation), ...written }), u);
    },
  };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function constantOf(expression: Expression): number {
  return jetOf(plainNumbers, expression, 0)[0];
}

function operationOf(activation: ScalarActivation, parameters: Readonly<Record<string, ParameterValue>>): Smooth {
  return {
    kind: 'smooth', name: `${activation.id} ${JSON.stringify(parameters)}`, kinks: activation.properties(parameters).kinks,
    value: (u) => activation.value(u, parameters), slope: (u) => activation.derivative(u, parameters), curvature: (u) => activation.secondDerivative(u, parameters),
  };
}

/** One of the functions that others are made of. */
export function activationCall(id: 'sigmoid' | 'softplus' | 'tanh', u: Expression): Expression {
  return callableOf(id)?.build(u) ?? missing;
}

function unknownFunction(name: string): string {
  const activation = searchActivation(name);
  if (activation?.kind === 'vector') return `${activation.name} takes a whole vector, and a curve is of one number.`;
  if (activation?.kind === 'gate') return `${activation.name} takes two inputs, and a curve is of one.`;
  const spelledAlike = [...Object.keys(callables), ...Object.keys(otherNames)].filter((known) => spellingOf(known) === spellingOf(name));
  const [near = nearbyActivations(name, 1)[0]?.replace(/-/g, '_')] = spelledAlike;
  return `There is no function called ${name}.${near === undefined ? '' : ` Do you mean ${near}?`}`;
}
