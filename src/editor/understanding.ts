/** The page of an activation for the Lab: its texts with the formulas that were typeset when the extension was built. */
import { defaultsOf, type ParameterValues } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import type { Understanding } from '../protocol/messages';
import type { Formulas } from './formulas';

export async function understandingFor(id: string, parameters: ParameterValues, formulas: Formulas): Promise<Understanding | undefined> {
  const activation = findActivation(id);
  if (activation === undefined) return undefined;
  const [{ understandingOf }, typeset] = await Promise.all([import('../explanations/understanding'), formulas.of(id)]);
  const understanding = understandingOf(activation, { ...defaultsOf(activation), ...parameters });
  const mathml = [typeset?.formula.mathml, typeset?.gradient.mathml];
  return { ...understanding, formulas: understanding.formulas.map((formula, i) => ({ ...formula, ...(mathml[i] === undefined ? {} : { mathml: mathml[i] }) })) };
}
