/** Whether a name is one that an activation is known by. */
import { findActivation } from '../../activations/catalogue';

/** Words that stand beside the name of an activation and say nothing else: `binary_step_fn`, `SineLayer`. */
const fillers = /^(\d+|act|activation|fn|func|function|layer|module|op|forward|fwd|custom|my|ref|reference|np|numpy|torch|tf|jnp|jax|keras)$/;

/** Whether a name is, or contains, that of an activation: `quick_gelu_fwd`, or an alias and nothing else. */
export function isNameOf(id: string, name: string): boolean {
  const words = wordsOf(name);
  const own = [id, findActivation(id)?.name ?? ''].map(squeezed);
  return own.some((known) => (known.length >= longWord ? words.join('').includes(known) : isRunOf(words, known))) || isCalledSo(id, name);
}

/** Whether a name says one activation and nothing else: `step` does, `train_step` does not. */
export function isCalledSo(id: string, name: string): boolean {
  const words = wordsOf(name);
  const said = [words.join(''), words.filter((word) => !fillers.test(word)).join('')];
  const activation = findActivation(id);
  const isSaid = (known: string): boolean => known !== '' && (said.includes(squeezed(known)) || said.includes(squeezed(known.replace(/ unit$/, ''))));
  return [id, activation?.name ?? '', ...(activation?.aliases ?? []), ...(colloquial[id] ?? [])].some(isSaid);
}

/** What some people call them besides. */
const colloquial: Readonly<Record<string, readonly string[]>> = {
  relu: ['rectify'],
  'leaky-relu': ['leaky', 'leaky rectify'],
  sigmoid: ['sigm', 'sig', 'logsig'],
  tanh: ['tansig'],
  gaussian: ['gauss'],
  'scaled-tanh': ['bipolar', 'bipolar sigmoid', 'bipolar logistic', 'bipolar activation', 'sigmoid bipolar', 'sigmoid', 'tanh', 'tansig', 'hyperbolic tangent'],
};

/** So long a word is a part of no other. */
const longWord = 6;

/** The words of `hard_sigmoid`, `HardSigmoid` and `GELUActivation`, in small letters. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

/** Whether some words in a row are one: `re`, `lu` of `ReLU`. */
function isRunOf(words: readonly string[], known: string): boolean {
  return words.some((_, from) => {
    let run = '';
    for (let to = from; to < words.length && run.length < known.length; to++) run += words[to] ?? '';
    return run === known;
  });
}

function squeezed(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
