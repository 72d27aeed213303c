/** Libraries that nobody has described here: what is called in them as everywhere counts as inferred, and no default is claimed. */
import type { Framework } from './framework';
import { customaryCarriers } from './rows';

export const others: Framework = {
  id: 'others',
  name: 'another library',
  roots: ['blocks.bricks', 'caffe2', 'deeppy', 'dezero', 'jittor', 'megengine', 'micrograd', 'nnabla', 'oneflow', 'pybrain', 'pylearn2', 'returnn', 'tensorlayer', 'tflearn', 'theanets'],
  symbols: [],
  carriers: customaryCarriers,
};
