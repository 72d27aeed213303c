/** MinkowskiEngine: PyTorch's modules over sparse tensors, under its own names. */
import type { Framework } from './framework';
import { pytorch } from './pytorch';

/** MinkowskiEngine/MinkowskiNonlinearity.py: each hands its arguments to the module of PyTorch that it is named after. */
const wrapped: ReadonlySet<string> = new Set([
  'ELU', 'Hardshrink', 'Hardsigmoid', 'Hardtanh', 'Hardswish', 'LeakyReLU', 'LogSigmoid', 'PReLU', 'ReLU', 'ReLU6', 'RReLU', 'SELU', 'CELU',
  'GELU', 'SiLU', 'Sigmoid', 'Softplus', 'Softshrink', 'Softsign', 'Tanh', 'Tanhshrink', 'Softmin', 'Softmax', 'LogSoftmax',
]);

const nn = 'torch.nn.';

export const minkowski: Framework = {
  id: 'minkowski',
  name: 'MinkowskiEngine',
  roots: ['MinkowskiEngine'],
  paths: { 'MinkowskiEngine.MinkowskiNonlinearity': 'MinkowskiEngine' },
  conventions: { ME: 'MinkowskiEngine' },
  symbols: pytorch.symbols.flatMap(({ documentation: _documentation, ...symbol }) => {
    const name = symbol.form === 'module' && symbol.name.startsWith(nn) ? symbol.name.slice(nn.length) : '';
    return wrapped.has(name) ? [{ ...symbol, name: `MinkowskiEngine.Minkowski${name}` }] : [];
  }),
  carriers: [],
  isOpen: true,
};
