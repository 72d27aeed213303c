/** Whether a text is about neural networks, by its words alone. */
import type { SyntaxTree } from '../../python/syntax';
import { eitherOf } from '../eitherOf';
import { lookFor, lookForAny } from '../lookFor';

/** Words that code of neural networks has, and nothing else does, in the languages of its authors; and words that statistics has as well. */
const strongWords = lookFor([
  'neural', 'neuron', 'neurais', 'backprop', 'retropropag', 'perceptr', 'epoch', 'epoca', 'softmax', 'relu', 'lstm', 'rnn', 'keep_prob',
  'activation function', 'conv2d', 'batchnorm', 'batch_norm',
]);
const weakWords = lookFor([
  'forward', 'backward', 'weights', 'bias', 'layer', 'hidden', 'activation', 'logit', 'attention', 'sigmoid', 'pooling', 'dropout',
  'ativacao', 'activacion', 'attivazion', 'aktivierung', 'aktywac',
]);
/** Without a word of networks alone, five others say as much where these are among them: statistics has logits, weights and a bias. */
const hiddenLayer = ['hidden', 'layer'];
/** What a layer without a nonlinearity is in code of arrays, `X @ W1 + b1`, `np.dot(W, x) + self.bias`, and of lists: `sum(w * x for w, x in zip(self.w, x))`. */
const isAffine = lookForAny(['dot(', ' @ ', 'matmul(', 'sum('], eitherOf(
  /\bsum\([[(]{0,2}(?:w\w{0,6} ?\* ?\w+|\w+ ?\* ?w\w{0,6}) for \w+, ?\w+ in zip\(/i,
  /(?:dot\(| @ |matmul\()[^\n]{0,120}?\+ ?(?:self\.)?(?:bias\w*|b\d?|b_?[a-z]{1,2})\b(?!\()/,
));
/** The same in comments of China, Japan, Korea and Russia, and with the accents of Portuguese and Spanish. */
const otherLetters = /[\u00c0-\u024f\u0400-\u04ff\u3040-\u9fff\uac00-\ud7af]/;
const otherStrongWords = eitherOf(
  /ニューラル|ニューロン|活性化関数|隠れ層|中間層|逆伝播|順伝播|エポック/gi,
  /神经网络|神經網路|神经元|激活函数|激活函數|隐藏层|隐含层|隱藏層|反向传播|前向传播/,
  /신경망|활성화|은닉|역전파|순전파/,
  /нейрон|нейросет|активаци|скрыт\S{1,4} сло/,
);
const otherWeakWords = eitherOf(
  /重み|バイアス|入力層|出力層/gi,
  /权重|权值|偏置|输入层|输出层/,
  /가중치|편향|입력층|출력층/,
  /\bвес(?:а|ов)\b|смещени|(?<![а-я])сло[йяи](?![а-я])/,
  /ativaç|activaci(?:ó|o\u0301)n/,
);

/** The same text is asked about again and again. */
let last: { readonly text: string; readonly answer: boolean } | undefined;

/** Whether a text without a framework is of neural networks all the same: at least three of the words, one of them strong, or five of the others with those of a hidden layer. */
export function isNeural(text: string): boolean {
  if (last?.text !== text) last = { text, answer: isOfNeuralWords(text) || isOfPictures(text) || isOfGradients(text) };
  return last.answer;
}

/** The same of what a tree is of, which remembers that it was asked. */
export function isTextNeural({ text, dependencies }: SyntaxTree): boolean {
  if (dependencies !== undefined) dependencies.asksText = true;
  return isNeural(text);
}

function isOfNeuralWords(text: string): boolean {
  const strong = strongWords(text).length;
  const weakFound = weakWords(text);
  const weak = weakFound.length;
  if (strong + weak === 2 && isAffine(text)) return true;
  if ((strong > 0 && strong + weak >= 3) || (weak >= 5 && hiddenLayer.every((word) => weakFound.includes(word)))) return true;
  if (!otherLetters.test(text)) return false;
  const further = severalOf(text, otherStrongWords);
  return strong + further > 0 && strong + weak + further + severalOf(text, otherWeakWords) >= 3;
}

/** How many of some words a text has. */
function severalOf(text: string, words: RegExp): number {
  return new Set(text.match(words)).size;
}

/** What computes its own gradients, as students write to see how: `out._backward = _backward` beside a method for an activation. */
const chained = /\b_?backward(?:_fn)? = (?:_?backward|lambda)|\.grad \+= .{0,80}\bout(?:put)?\.grad\b/;
const isActivated = lookForAny(
  ['relu(self', 'tanh(self', 'sigmoid(self', 'softmax(self', 'elu(self', 'silu(self'],
  /\bdef (?:leaky_)?(?:relu|tanh|sigmoid|softmax|gelu|silu|elu)\(self\b/,
);

export function isOfGradients(text: string): boolean {
  return isActivated(text) && chained.test(text);
}

/** A picture of activations names one: `plt.title("ReLU")`, `label="Sigmoid"`. */
const isDrawn = lookForAny(['pyplot', 'pylab'], /pyplot|pylab/);
const picturedNames = /(?:title|label|legend|text)\w*\s*[=(]\s*\[?\s*[rf]?["'][^"'\n]{0,40}\b(?:sigmoid(?! (?:fit|curve|model|dose|growth|emax))|(?:leaky ?)?relu|softplus|swish|gelu)\b/i;
const otherSciences = /curve_fit|odeint|solve_ivp|populat|psychometr/i;

function isOfPictures(text: string): boolean {
  return isDrawn(text) && picturedNames.test(text) && !otherSciences.test(text);
}
