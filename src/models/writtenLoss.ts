/** Losses that are written out: `-tf.reduce_sum(y * tf.log(p))`, `tf.reduce_mean(tf.square(y - p))`. */
import type { SyntaxTree } from '../python/syntax';
import type { Application } from './facts';
import { consumersOf, endingsOf, isMultiplication } from './questions';
import type { Fact, Situation } from './situation';
import { numberOf } from './values';

/** What such a loss asks of the function that gives its probabilities; undefined where none is seen. */
export function takenByWrittenLoss(tree: SyntaxTree, application: Application): Pick<Situation, 'role' | 'task' | 'lossInput'> | undefined {
  return takenByCrossEntropy(tree, application) ?? takenByError(tree, application);
}

function takenByCrossEntropy(tree: SyntaxTree, application: Application): Pick<Situation, 'role' | 'task' | 'lossInput'> | undefined {
  const id = application.activation?.id;
  if (id !== 'softmax' && id !== 'sigmoid') return undefined;
  const logarithm = guarded(application).flatMap(consumersOf).find(({ kind }) => kind === 'logarithm');
  if (logarithm === undefined || !guarded(logarithm).flatMap(consumersOf).some((product) => isProductWithTargets(tree, product, application))) return undefined;
  const evidence = { offset: tree.start(logarithm.node), text: tree.textOf(logarithm.node).slice(0, 60) };
  const fact = <T extends string>(value: T): Fact<T> => ({ value, sureness: 'likely', evidence });
  return { role: fact('output'), task: fact(id === 'softmax' ? 'multi-class' : 'binary'), lossInput: fact('probabilities') };
}

const bending = /^(\*\*|(.*\.)?(pow|square|abs|squared_difference))$/;

/** A difference to something else that is squared and whose mean is taken. */
function takenByError(tree: SyntaxTree, application: Application): Pick<Situation, 'role' | 'lossInput'> | undefined {
  const differences = consumersOf(application).filter(({ kind, name, inputs }) =>
    kind === 'arithmetic' && /(^|\.)(-|sub|subtract)$/.test(name) && inputs.length === 2 && inputs.every((input) => numberOf(input) === undefined));
  const squares = differences.flatMap(consumersOf).filter(({ name }) => bending.test(name));
  const mean = squares.flatMap(consumersOf).find(({ kind, name }) => kind === 'reduction' && /mean$/.test(name));
  if (mean === undefined || !isBounded(application.activation?.id)) return undefined;
  const evidence = { offset: tree.start(mean.node), text: tree.textOf(mean.node).slice(0, 60) };
  return { role: { value: 'output', sureness: 'likely', evidence }, lossInput: { value: 'values', sureness: 'likely', evidence } };
}

function isBounded(id: string | undefined): boolean {
  return id === 'sigmoid' || id === 'tanh';
}

/** Values, and what only keeps them from 0 or turns their sign. */
function guarded(application: Application): readonly Application[] {
  const guards = consumersOf(application).filter(({ kind, name, inputs }) =>
    kind === 'clamp' || (kind === 'arithmetic' && (inputs.length === 1 || (name === '+' && inputs.some((input) => numberOf(input) !== undefined)))));
  return [application, ...guards];
}

const returns = /adv|reward|return|delta|td_|discount|gain|\bg(t|ae)?\b/i;

/** A product with targets: with its own shares it is an entropy, with what was earned a policy's gain. */
function isProductWithTargets(tree: SyntaxTree, use: Application, application: Application): boolean {
  if (!isMultiplication(use) || returns.test(tree.textOf(use.node))) return false;
  return !use.inputs.some((input) => numberOf(input) !== undefined || endingsOf(input).includes(application));
}
