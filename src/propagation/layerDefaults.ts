/** How the fully connected layers of libraries start where nobody asks for anything else, as their sources say. */
import type { InitialisationName } from './initialisation';

interface LayerDefault {
  readonly library: string;
  readonly initialisation: InitialisationName;
}

const defaults: Readonly<Record<string, LayerDefault>> = {
  pytorch: { library: 'PyTorch', initialisation: 'pytorch' },
  // U(±1/√width) for weights and biases, as in PyTorch.
  mlx: { library: 'MLX', initialisation: 'pytorch' },
  equinox: { library: 'Equinox', initialisation: 'pytorch' },
  tinygrad: { library: 'tinygrad', initialisation: 'pytorch' },
  // `glorot_uniform`, and zeros.
  keras: { library: 'Keras', initialisation: 'xavier' },
  'tf-keras': { library: 'Keras', initialisation: 'xavier' },
  tensorflow: { library: 'Keras', initialisation: 'xavier' },
  // `lecun_normal`, and zeros.
  flax: { library: 'Flax', initialisation: 'lecun' },
  chainer: { library: 'Chainer', initialisation: 'lecun' },
};

/** By the id of a framework; absent for libraries without layers of their own, and for those of models, which set their weights themselves. */
export function layerDefaultOf(framework: string): LayerDefault | undefined {
  return Object.hasOwn(defaults, framework) ? defaults[framework] : undefined;
}
