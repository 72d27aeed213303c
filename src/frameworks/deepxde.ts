/** DeepXDE, and PINNx, which is DeepXDE on JAX: the names that their networks take, whichever library computes them. */
import type { Carrier, Framework } from './framework';
import { customaryCarriers, symbols } from './rows';

/** deepxde/nn/activations.py. */
const names = { elu: 'elu', gelu: 'gelu', relu: 'relu', selu: 'selu', sigmoid: 'sigmoid', silu: 'silu', sin: 'sine', swish: 'silu', tanh: 'tanh' };

function networks(called: readonly string[], position: number): Carrier[] {
  return called.flatMap((name) => ['deepxde.nn', 'deepxde.maps'].map((module) => ({ callable: `${module}.${name}`, argument: 'activation', position })));
}

export const deepxde: Framework = {
  id: 'deepxde',
  name: 'DeepXDE',
  roots: ['deepxde', 'pinnx'],
  paths: { 'pinnx.nn': 'deepxde.nn' },
  spelling: 'any-case',
  symbols: symbols(names, { form: 'string' }),
  carriers: [...networks(['FNN', 'PFNN'], 1), ...networks(['DeepONet', 'DeepONetCartesianProd'], 2), ...customaryCarriers],
};
