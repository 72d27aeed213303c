/** Code as people write it, one line for each gathered name: what the name's form asks for. */

export interface Row {
  readonly framework: string;
  readonly form: string;
  readonly symbol: string;
  /** The arguments of the plain call; for a key of a configuration the whole line. */
  readonly code: string;
}

/** What a file of each library begins with; where none is named, `import` of the symbol's own root. */
const imports: Readonly<Record<string, string>> = {
  'Keras 3': 'import keras',
  'torchvision': 'import torch, torchvision',
  'tf.keras (TF>=2.16 = Keras 3)': 'import tensorflow as tf',
  'tf.keras / Keras 2 (<=2.15)': 'import tensorflow as tf',
  'TensorFlow': 'import tensorflow as tf',
  'TensorFlow Addons': 'import tensorflow as tf\nimport tensorflow_addons as tfa',
  'Flax linen': 'import jax, flax.linen',
  'Flax nnx': 'import jax, flax.nnx',
  'Haiku': 'import jax, haiku',
  'Equinox': 'import jax, equinox',
  'transformers': 'import transformers\nfrom transformers import PretrainedConfig\nfrom transformers.activations import ACT2FN',
  'transformers (TF)': 'from transformers import activations_tf',
  'transformers (Flax)': 'from transformers import modeling_flax_utils',
  'timm': 'import timm.layers\nfrom timm.layers import get_act_fn, get_act_layer',
  'fairseq': 'import fairseq.utils, fairseq.modules',
  'MONAI': 'import torch, monai\nfrom monai.networks.layers import Act\nfrom monai.networks.blocks import MLPBlock',
  'fastai': 'import fastai.layers',
  'PyTorch Geometric': 'import torch_geometric.nn\nfrom torch_geometric.nn.resolver import activation_resolver',
  'mmcv': 'import mmcv.cnn',
  'Megatron-LM': 'import torch, megatron.core\nfrom megatron.core.transformer import TransformerConfig',
  'TransformerEngine': 'import transformer_engine.pytorch, transformer_engine.jax, transformer_engine_torch\nimport transformer_engine.pytorch as te',
  'x-transformers': 'import torch, x_transformers.x_transformers\nfrom torch import nn\nfrom x_transformers import Decoder',
  'diffusers': 'import diffusers.models.activations\nfrom diffusers import UNet2DModel\nfrom diffusers.models.activations import get_activation\nfrom diffusers.models.attention import FeedForward',
  'tinygrad': 'from tinygrad import Tensor',
  'scikit-learn': 'import sklearn.neural_network\nfrom sklearn.neural_network import MLPClassifier, MLPRegressor\nfrom sklearn.neural_network._base import ACTIVATIONS',
  'Core ML (MIL)': 'from coremltools.converters.mil import Builder as mb',
  'MindSpore': 'import mindspore',
};

/** The file of a row: everything but its last line is imports. `passed` is what is written instead of the plain arguments. */
export function snippet(row: Row, passed?: string): string {
  const root = row.symbol.replace(/^\W*(\w+).*/, '$1');
  return `${imports[row.framework] ?? `import ${importable(row.symbol, root)}`}\n${line(row, passed)}\n`;
}

/** All but the last part of a qualified name, as far as it is in lower case: classes are not imported as modules. */
function importable(symbol: string, root: string): string {
  const modules = symbol.replace(/\(.*/, '').split('.').slice(0, -1);
  const end = modules.findIndex((part) => /^[A-Z]/.test(part));
  const path = (end < 0 ? modules : modules.slice(0, end)).join('.');
  return path === '' ? root : path;
}

function line(row: Row, passed: string | undefined): string {
  const symbol = row.symbol.replace(/ \(v1\)$/, '').replace(/^coremltools\.converters\.mil\.mb/, 'mb');
  switch (row.form) {
    case 'config-key':
      return row.code;
    case 'method':
      return `y = x.${symbol.slice(symbol.lastIndexOf('.') + 1)}(${passed ?? row.code})`;
    case 'string':
      return stringLine(row, passed);
    default:
      return `y = ${symbol}(${passed ?? row.code})`;
  }
}

/** A string in the place that takes it, with what is passed beside it. */
function stringLine({ framework, symbol }: Row, passed: string | undefined): string {
  const beside = passed === undefined ? '' : `, ${passed}`;
  switch (framework) {
    case 'Keras 3':
      return `layer = keras.layers.Dense(8, activation=${symbol === 'None' ? symbol : `"${symbol}"`})`;
    case 'tf.keras / Keras 2 (<=2.15)':
    case 'TensorFlow Addons':
      return `layer = tf.keras.layers.Dense(8, activation="${symbol}")`;
    case 'MONAI':
      return passed === undefined ? `act = Act["${symbol}"]` : `block = MLPBlock(8, 8, act=("${symbol}", dict(${passed})))`;
    case 'transformers (TF)':
    case 'transformers (Flax)':
    case 'transformers':
      return `act = ${symbol}`;
    case 'mmcv':
      return `layer = mmcv.cnn.ConvModule(8, 8, 3, ${symbol.slice(0, -1)}${beside}))`;
    case 'TransformerEngine':
      return symbol.startsWith('te.jax') ? `transformer_engine.jax.flax.LayerNormMLP(${symbol.replace('te.jax ', '')})` : `layer = ${symbol.replace(/ \/.*/, '')}`;
    case 'diffusers':
      return `layer = ${symbol.replace('diffusers ', '').replace(/ \/.*/, '')}`;
    default:
      return `act = ${symbol.slice(0, -1)}${beside}${symbol.slice(-1)}`;
  }
}
