/** Libraries that nobody has described here: what is called in them as everywhere counts as inferred, and no default is claimed. */
import type { Framework } from './framework';
import { customaryCarriers } from './rows';

export const others: Framework = {
  id: 'others',
  name: 'another library',
  roots: ['jittor', 'megengine', 'nnabla', 'oneflow', 'tensorlayer', 'theano'],
  symbols: [],
  carriers: customaryCarriers,
};
