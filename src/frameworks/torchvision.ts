/** torchvision: no activation of its own, but layers that take one. */
import type { Framework } from './framework';

export const torchvision: Framework = {
  id: 'torchvision',
  name: 'torchvision',
  roots: ['torchvision'],
  isOpen: true,
  symbols: [],
  carriers: [
    { callable: 'torchvision.ops.SqueezeExcitation', argument: 'activation', position: 2 },
    { callable: 'torchvision.ops.SqueezeExcitation', argument: 'scale_activation', position: 3 },
    { callable: 'torchvision.ops.MLP', argument: 'activation_layer', position: 3 },
  ],
};
