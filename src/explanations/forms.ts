/** One name may stand for several forms of an activation: where the code does not tell which, only what all share is said. */
import type { Activation, Parameter, ParameterValues } from '../activations/activation';
import { factsOf } from './facts';
import type { Recognised } from './subject';

/** The choices that are not known here: by version, or since what picks them is no literal. */
export function openForms({ activation, usage }: Pick<Recognised, 'activation' | 'usage'>): readonly string[] {
  return choicesAmong(activation, usage.parameters.filter(({ source }) => source === 'unknown').map(({ name }) => name));
}

export function choicesAmong({ parameters }: Activation, names: readonly string[]): readonly string[] {
  return names.filter((name) => parameters[name]?.kind === 'choice');
}

/** The facts that hold whichever of the open forms is meant. */
export function sharedFacts(activation: Activation, values: ParameterValues, open: readonly string[]): readonly string[] {
  const forms = open.reduce<readonly ParameterValues[]>((all, name) => (
    all.flatMap((form) => choicesOf(activation.parameters[name]).map((choice) => ({ ...form, [name]: choice })))
  ), [values]);
  const [first = [], ...others] = forms.map((form) => factsOf(activation, form));
  return first.filter((fact) => others.every((facts) => facts.includes(fact)));
}

export function choicesOf(parameter: Parameter | undefined): readonly string[] {
  return parameter?.kind === 'choice' ? parameter.choices : [];
}
