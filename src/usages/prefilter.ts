/** Tells by words whether a text can hold a usage, so that all others need not be read. */
import { frameworks } from '../frameworks/catalogue';

const roots = new RegExp(frameworks.flatMap((framework) => framework.roots).join('|'));

/** A stem of every name and string that the frameworks have; `linear` only as a string, since layers are called so. */
const stems = /elu|glu|sigm|tanh|soft_?[mps]|sparsemax|swish|silu|mish|shrink|identity|threshold|exponential|expit|logistic|squareplus|['"]linear['"]|activations|stax/i;

/** A file that imports no framework can hold no usage: all are found through an import. */
export function mayUseActivations(text: string): boolean {
  return roots.test(text) && stems.test(text);
}
