/** Libraries that nobody has described here: what is called in them as everywhere counts as inferred, and no default is claimed. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

/** Libraries disagree on the form of GELU; these have the exact one. */
const gelu: Table = { gelu: { activation: 'gelu', arguments: [argument('approximate')], variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }] } };

export const others: Framework = {
  id: 'others',
  name: 'another library',
  roots: ['blocks.bricks', 'caffe2', 'deeppy', 'dezero', 'jittor', 'megengine', 'micrograd', 'nnabla', 'oneflow', 'pybrain', 'pylearn2', 'returnn', 'tensorlayer', 'tflearn', 'theanets'],
  isOpen: true,
  symbols: [
    ...['jittor.nn', 'oneflow.nn.functional'].flatMap((module) => symbols(gelu, { form: 'function', module, before: [argument('input')] })),
    // nequip/nn/nonlinearities.py
    ...symbols({ shifted_softplus: 'shifted-softplus' }, { form: 'function', module: 'nequip.nn.nonlinearities', before: [argument('x')] }),
    ...symbols({ shifted_softplus: 'shifted-softplus' }, { form: 'string' }),
  ],
  carriers: customaryCarriers,
};
