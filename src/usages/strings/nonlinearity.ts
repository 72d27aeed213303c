/** Where a `nonlinearity` is one that a model applies: an initialiser of weights takes one too, and only scales them for it. */
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { classOfSelf } from '../holding/classOfSelf';
import type { Setting } from './passed';
import type { Reading } from '../reading';

/** What an initialiser is called. */
export const initialisers = /Normal$|Uniform$|^(Kaiming|Xavier|He[A-Z]|Glorot|Orthogonal)|[iI]nit/;

/** What others call initialisers that they have from PyTorch, and what those know a gain of; for a leaky one that depends on the slope. */
const ofKaiming = /^(init_)?(kaiming|he)_(normal|uniform|init)(_init)?_?$/;
const gains = /^(sigmoid|tanh|relu|selu)$/;

/** Whether a call draws weights for an activation, as PyTorch's own does: `kaiming_normal_(w, nonlinearity="relu")` of another library. */
export function scalesFor(called: string, text: string): boolean {
  return ofKaiming.test(called) && gains.test(text);
}

/** Whether a function hands the default of a parameter to PyTorch's own: `def init(m, nonlinearity="relu")`. */
export function defaultsScale({ tree }: Reading, definition: Node, parameter: string, text: string): boolean {
  if (parameter !== 'nonlinearity' || !gains.test(text)) return false;
  for (let inside = tree.firstInside(definition); inside < definition; inside++) {
    const isScale = tree.kind(inside) === Kind.Call && takers.test(nameOf(tree, calleeOf(tree, inside)));
    if (isScale && callArguments(tree, inside).some(({ value }) => tree.kind(value) === Kind.Name && nameOf(tree, value) === parameter)) return true;
  }
  return false;
}

const takers = /^kaiming_(normal|uniform)_?$|^calculate_gain$/;

/** The settings of an initialiser say which one it is, or how it counts; for most activations it has no gain. */
export function isOfInitialiser(tree: SyntaxTree, settings: readonly Setting[], text: string): boolean {
  return gained.test(text) && settings.some(({ name, value }) => (/^(mode|type|name|gain|distribution|_target_)$/.test(name) && !isTypeOfLayer(tree, name, value)) || name.includes('init'));
}

/** Whether what something is of is a layer: `dict(type="activation", nonlinearity="tanh")`. */
export function isTypeOfLayer(tree: SyntaxTree, name: string | undefined, value: Node): boolean {
  return name === 'type' && /^(activation|non_?linearity|nonlin|dense|linear|fc|conv(olution)?[123]?d?|rnn|gru|lstm)(_?layer)?$/i.test(stringValue(tree, value) ?? '');
}

const gained = /^(linear|identity|none|sigmoid|tanh|selu|(leaky_?)?relu)$/i;

/**
 * An initialiser is set neither by attributes of others nor by the fields of a class, as a model is: `config.nonlinearity = "swish"`; of its own,
 * settings alone do that. A variable is its own too, unless it has a gain for what that names.
 */
export function nonlinearitySet(reading: Reading, target: Node, value: Node): string | undefined {
  const { tree } = reading;
  const kind = tree.kind(target);
  if ((kind !== Kind.Name && kind !== Kind.Attribute) || !/^nonlinearity$/i.test(nameOf(tree, target))) return undefined;
  const isOfModel = kind === Kind.Name ? isField(reading, target) || !gained.test(stringValue(tree, value) ?? 'none') : isOfSettings(reading, classOfSelf(reading, tree.firstChild(target)));
  return isOfModel ? 'non_linearity' : undefined;
}

/** Whether a class whose attribute is set is one of settings; without a class, the attribute is another's. */
function isOfSettings({ tree }: Reading, owner: Node): boolean {
  return owner === NONE || (ofSettings.test(nameOf(tree, owner)) && !initialisers.test(nameOf(tree, owner)));
}

const ofSettings = /(H?Params|Parameters|Config(uration)?|Settings|Options|Args)$/;

function isField({ tree, names }: Reading, name: Node): boolean {
  const around = names.enclosingDefinition(name);
  return tree.kind(around) === Kind.ClassDef && !initialisers.test(nameOf(tree, around));
}
