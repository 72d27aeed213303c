/** Whether a text is about neural networks, by its words alone. */

/** Words that code of neural networks has, and nothing else does; and words that statistics has as well. */
const strongWords = ['neural', 'neuron', 'backprop', 'perceptron', 'epoch', 'softmax', 'relu', 'lstm', 'rnn', 'keep_prob', 'activation function'];
const weakWords = ['forward', 'backward', 'weights', 'bias', 'layer', 'hidden', 'activation', 'logit', 'attention', 'sigmoid'];
const isNeuralText = new Map<string, boolean>();

/** Whether a text without a framework is of neural networks all the same: at least three of the words, one of them strong. */
export function isNeural(text: string): boolean {
  const known = isNeuralText.get(text);
  if (known !== undefined) return known;
  const lower = text.toLowerCase();
  const strong = strongWords.filter((word) => lower.includes(word)).length;
  const found = (strong > 0 && strong + weakWords.filter((word) => lower.includes(word)).length >= 3) || isOfPictures(text);
  isNeuralText.clear();
  isNeuralText.set(text, found);
  return found;
}

/** A picture of activations names one: `plt.title("ReLU")`, `label="Sigmoid"`. */
const drawn = /pyplot|pylab/;
const picturedNames = /(?:title|label|legend|text)\w*\s*[=(]\s*\[?\s*[rf]?["'][^"'\n]{0,40}\b(?:sigmoid(?! (?:fit|curve|model|dose|growth|emax))|(?:leaky ?)?relu|softplus|swish|gelu)\b/i;
const otherSciences = /curve_fit|odeint|solve_ivp|populat|psychometr/i;

function isOfPictures(text: string): boolean {
  return drawn.test(text) && picturedNames.test(text) && !otherSciences.test(text);
}
