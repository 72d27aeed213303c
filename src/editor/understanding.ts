/** The page of an activation for the Lab: its texts with the formulas that were typeset when the extension was built. */
import { defaultsOf } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import type { Choice } from '../advice/phrases';
import type { ToLab } from '../protocol/messages';
import type { Formulas } from './formulas';

export async function explain({ activation: id, parameters }: Choice, formulas: Formulas, post: (message: ToLab) => void): Promise<void> {
  const activation = findActivation(id);
  if (activation === undefined) return;
  const [{ understandingOf }, typeset] = await Promise.all([import('../explanations/understanding'), formulas.of(id)]);
  const understanding = understandingOf(activation, { ...defaultsOf(activation), ...parameters });
  const mathml = [typeset?.formula.mathml, typeset?.gradient.mathml];
  const typesetFormulas = understanding.formulas.map((formula, i) => ({ ...formula, ...(mathml[i] === undefined ? {} : { mathml: mathml[i] }) }));
  post({ type: 'understood', understanding: { ...understanding, formulas: typesetFormulas } });
}
