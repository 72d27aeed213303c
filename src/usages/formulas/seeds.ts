/** Where the search for formulas begins, through what it climbs, and what a whole formula is. */
import { Kind } from '../../python/syntax';
import { distributions } from './functions';

const seedNames: ReadonlySet<string> = new Set([
  'exp', 'expm1', 'sigmoid', 'expit', 'logistic', 'tanh', 'erf', 'erfc', 'softplus', 'log1p', 'logaddexp', 'maximum', 'max', 'fmax', 'min', 'minimum',
  'where', 'clamp', 'clip', 'clip_by_value', 'relu', 'relu6', 'abs', 'absolute', 'fabs', 'sqrt', 'sign', 'sin', 'cos', 'cosh', 'square', 'select', 'piecewise', 'switch',
  'clamp_min', 'masked_fill', 'logsumexp', 'reduce_logsumexp', 'heaviside', 'arctan', 'atan', 'ndtr',
]);

export function isSeedName(name: string): boolean {
  return seedNames.has(name) || distributions.test(name) || (name.endsWith('_') && seedNames.has(name.slice(0, -1)));
}

function flags(kinds: readonly Kind[]): Uint8Array {
  const found = new Uint8Array(Kind.Error + 1);
  for (const kind of kinds) found[kind] = 1;
  return found;
}

/** Kinds through which a formula goes on, and kinds that a whole formula has. */
const goingOn = [
  Kind.BinOp, Kind.UnaryOp, Kind.Call, Kind.Attribute, Kind.KeywordArgument, Kind.Compare, Kind.Comparison, Kind.IfExp, Kind.Subscript, Kind.AugAssign,
  Kind.ListComprehension, Kind.Generator,
];
export const expressionKinds = flags(goingOn);
/** A comparison may be kept as a mask. */
export const comparingKinds = flags([...goingOn, Kind.Assign]);
export const operatorKinds = flags([Kind.BinOp, Kind.UnaryOp, Kind.IfExp, Kind.Comparison, Kind.AugAssign, Kind.Number]);
export const rootKinds = flags([Kind.BinOp, Kind.UnaryOp, Kind.Call, Kind.IfExp, Kind.AugAssign, Kind.ListComprehension]);
