/** Tells by words whether a text can hold a usage, so that all others need not be read. */
import { frameworks } from '../frameworks/catalogue';

const roots = new RegExp(frameworks.flatMap((framework) => framework.roots).join('|'));

/** A stem of every name and string that the frameworks have; `linear` only as a string, since layers are called so. */
const stems = /elu|leaky|glu|sigm|tanh|soft_?[mps]|sparsemax|swish|silu|mish|shrink|identity|threshold|exponential|expit|logistic|squareplus|['"]linear['"]|activations|stax/i;

/** What else formulas are made of that need no such word. */
const functions = /\b(?:exp|erfc?)\(/;

/** A file without a framework may hold formulas, where it computes with arrays and has a word for what they are. */
const arrays = /\b(?:numpy|cupy|autograd|math)\b/;
const formulas = /elu|leaky|sigm|tanh|soft_?[mp]|swish|silu|mish|logistic|activation|squash/i;

export function mayUseActivations(text: string): boolean {
  return roots.test(text) ? stems.test(text) || functions.test(text) : arrays.test(text) && formulas.test(text);
}
