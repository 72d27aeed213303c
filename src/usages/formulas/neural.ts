/** Whether a text is about neural networks, by its words alone. */
import { lookFor } from '../lookFor';

/** Words that code of neural networks has, and nothing else does, in the languages of its authors; and words that statistics has as well. */
const strongWords = lookFor(['neural', 'neuron', 'neurais', 'backprop', 'retropropag', 'perceptr', 'epoch', 'epoca', 'softmax', 'relu', 'lstm', 'rnn', 'keep_prob', 'activation function']);
const weakWords = lookFor(['forward', 'backward', 'weights', 'bias', 'layer', 'hidden', 'activation', 'logit', 'attention', 'sigmoid']);

/** The same text is asked about again and again. */
let last: { readonly text: string; readonly answer: boolean } | undefined;

/** Whether a text without a framework is of neural networks all the same: at least three of the words, one of them strong. */
export function isNeural(text: string): boolean {
  if (last?.text !== text) last = { text, answer: isOfNeuralWords(text) || isOfPictures(text) || isOfGradients(text) };
  return last.answer;
}

function isOfNeuralWords(text: string): boolean {
  const strong = strongWords(text).length;
  return strong > 0 && strong + weakWords(text).length >= 3;
}

/** What computes its own gradients, as students write to see how: `out._backward = _backward` beside a method for an activation. */
const chained = /\b_?backward(?:_fn)? = (?:_?backward|lambda)|\.grad \+= .{0,80}\bout(?:put)?\.grad\b/;
const activated = /\bdef (?:leaky_)?(?:relu|tanh|sigmoid|softmax|gelu|silu|elu)\(self\b/;

export function isOfGradients(text: string): boolean {
  return activated.test(text) && chained.test(text);
}

/** A picture of activations names one: `plt.title("ReLU")`, `label="Sigmoid"`. */
const drawn = /pyplot|pylab/;
const picturedNames = /(?:title|label|legend|text)\w*\s*[=(]\s*\[?\s*[rf]?["'][^"'\n]{0,40}\b(?:sigmoid(?! (?:fit|curve|model|dose|growth|emax))|(?:leaky ?)?relu|softplus|swish|gelu)\b/i;
const otherSciences = /curve_fit|odeint|solve_ivp|populat|psychometr/i;

function isOfPictures(text: string): boolean {
  return drawn.test(text) && picturedNames.test(text) && !otherSciences.test(text);
}
