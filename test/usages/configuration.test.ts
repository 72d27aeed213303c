/** Activations in files of configuration: marked texts in, what each mark is out; near misses stay silent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeConfiguration, type ConfigurationLanguage } from '../../src/usages/configuration/analyzeConfiguration';
import { withoutMarks } from '../python/marked';
import { shown } from './check';

/** Marks say where usages are; `expected` says what each is, and of which framework. */
function check(language: ConfigurationLanguage, marked: string, expected: readonly string[] = [], path = `a.${language}`): void {
  const { text, places } = withoutMarks(marked);
  const { usages } = analyzeConfiguration(text, language, path);
  expect(usages.map(({ span }) => `${span.start} ${text.slice(span.start, span.end)}`)).toEqual(places);
  if (expected.length > 0) expect(usages.map((usage) => `${shown(usage)} (${usage.framework})`)).toEqual(expected);
}

describe('transformers', () => {
  test.each([
    ['a config.json', '{"architectures": ["BertForMaskedLM"], "hidden_act": "[|gelu|]", "hidden_size": 768}', ['gelu (transformers)']],
    ['a nested one', '{"transformers_version": "4.40.0", "text_config": {"hidden_act": "[|silu|]"}, "vision_config": {"hidden_act": "[|quick_gelu|]"}}', ['silu (transformers)', 'quick-gelu (transformers)']],
    ['the tanh form', '{"model_type": "gpt2", "vocab_size": 50257, "activation_function": "[|gelu_new|]"}', ['gelu-tanh (transformers)']],
    ['a class of code that a model brings', '{"transformers_version": "4.1", "act_layer": "[|GELU|]", "act": "GELU", "hidden_act": "MyAct"}', ['gelu? (pytorch)']],
    ['a name of code that a model brings', '{"model_type": "mine", "vocab_size": 100, "mlp_blocks": [{"activation_function": "[|swiglu|]"}, {"activation_function": "mine"}, {"act": "swiglu"}]}', ['swiglu? (others)']],
    ['null and unknown values', '{"transformers_version": "4.1", "hidden_act": null, "summary_activation": "my_act", "activation_dropout": 0.0}', []],
  ])('%s', (_what, text, expected) => check('json', text, expected));
});

describe('mxnet', () => {
  test('a graph that it saved', () => check('json', `{"nodes": [
    {"op": "Activation", "name": "act1", "attrs": {"act_type": "[|softrelu|]"}, "inputs": [[3, 0, 0]]},
    {"op": "Pooling", "name": "pool", "attrs": {"pool_type": "max"}}], "attrs": {"mxnet_version": ["int", 10100]}}`, ['softplus beta:1 threshold:100 (mxnet)']));
  test('operators that are one', () => check('json', `{"nodes": [
    {"op": "[|SoftmaxOutput|]", "name": "softmax", "param": {"grad_scale": "1"}, "inputs": [[3, 0]]}, {"op": "[|tanh|]", "name": "t", "inputs": [[2, 0, 0]]},
    {"op": "null", "name": "sigmoid", "inputs": []}, {"op": "FullyConnected", "name": "relu", "inputs": []}, {"op": "sigmoid", "value": 3}]}`, ['softmax temperature:1 (mxnet)', 'tanh (mxnet)']));
});

describe('keras', () => {
  test('a model of Keras 2', () => check('json', `{"class_name": "Sequential", "keras_version": "2.11.0", "config": {"layers": [
    {"class_name": "Dense", "config": {"units": 3, "activation": "[|relu|]"}},
    {"class_name": "[|LeakyReLU|]", "config": {"name": "leaky", "alpha": 0.1}},
    {"class_name": "Activation", "config": {"activation": "[|softmax|]"}}]}}`,
  ['relu (tf-keras)', 'leaky-relu negativeSlope=0.1 (tf-keras)', 'softmax temperature:1 (tf-keras)']));

  test('a model of Keras 3', () => check('json', `{"module": "keras", "class_name": "Functional", "config": {"layers": [
    {"module": "keras.layers", "class_name": "Conv2D", "config": {"activation": "[|leaky_relu|]", "recurrent_activation": "[|sigmoid|]"}}]}}`,
  ['leaky-relu negativeSlope:0.2 (keras)', 'sigmoid (keras)']));
});

describe('paths of Python', () => {
  test.each([
    ['yaml', 'act:\n  _target_: [|torch.nn.LeakyReLU|]\n  negative_slope: 0.2\n', ['leaky-relu negativeSlope=0.2 (pytorch)']],
    ['yaml', 'act:\n  _target_: [|torch.nn.GELU|]\n  approximate: "tanh"\n', ['gelu-tanh (pytorch)']],
    ['yaml', 'model:\n  class_path: [|torch.nn.ELU|]\n  init_args:\n    alpha: ${oc.env:ALPHA}\n', ['elu alpha~1 (pytorch)']],
    ['yaml', 'layer:\n  _target_: torch.nn.TransformerEncoderLayer\n  activation: [|gelu|]\n', ['gelu (pytorch)']],
    ['yaml', "net:\n  act_layer: '[|torch.nn.SiLU|]'\n", ['silu (pytorch)']],
    ['yaml', 'networks:\n  - layers:\n      - neurons: 30\n        activation: [|relu|]\n      - neurons: 2\n        activation: [|softmax|]\n', ['relu? (pytorch)', 'softmax? temperature:1 (pytorch)']],
    ['yaml', 'activation: "[|nn.ReLU()|]"\n', ['relu? (pytorch)']],
    ['yaml', 'actor: {activation: [|jnn.tanh|]}\ncritic: {activation: [|jnn.relu|]}\nother: {activation: jnn.foo}\n', ['tanh? (jax)', 'relu? (jax)']],
    ['yaml', 'x:\n  _target_: my.package.GELU\n', []],
    ['yaml', 'activation:\n  _target_: [|mine._src.nets.activations.ReLU|]\nother:\n  _target_: mine.activations.GELU\nfocal:\n  _target_: mine.activations.Registry\n', ['relu? (pytorch)']],
    ['yaml', 'act:\n  _target_: [|mine.nn.LeakyReLU|]\n  negative_slope: 0.2\nother:\n  _target_: mine.losses.Sigmoid\nflow:\n  _target_: mine.flows.transforms.Tanh\nblock:\n  _target_: mine.nn.ConvReLU\n', ['leaky-relu? negativeSlope=0.2 (pytorch)']],
    ['yaml', 'activation: !new:[|torch.nn.LeakyReLU|]\n  negative_slope: 0.2\n', ['leaky-relu negativeSlope=0.2 (pytorch)']],
    ['yaml', 'model:\n  activation: !!python/object/apply:mine.enums.Activation\n  - [|relu|]\n  size: !!python/tuple\n  - 3\n', ['relu? (pytorch)']],
    ['yaml', 'block: !name:[|torch.nn.GELU|]\n', ['gelu (pytorch)']],
    ['yaml', 'layers: [!!python/name:[|torch.nn.ReLU|] , 3]\n', ['relu (pytorch)']],
    ['yaml', 'act: !new:my.package.GELU\nb: !new:torch.nn.Linear\n', []],
  ] as const)('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('keys that people choose', () => {
  test.each([
    ['yaml', 'body:\n  Sequential:\n    - LazyLinear:\n        out_features: 64\n    - [|ReLU|]:\n    - Linear: {out_features: 3}\n    - [|LeakyReLU|]: {negative_slope: 0.2}\nsteps:\n  - Resize: {size: 3}\n  - ReLU:\nuses:\n  - Linear: {a: 1}\n  - {ReLU: {}, Tanh: {}}\n', ['relu? (pytorch)', 'leaky-relu? negativeSlope=0.2 (pytorch)']],
    ['json', '{"Sequential": [{"Conv2d": {"out_channels": 8}}, {"[|ReLU|]": {}}, {"Flatten": {}}], "steps": [{"Resize": {}}, {"ReLU": {}}]}', ['relu? (pytorch)']],
    ['yaml', 'layers:\n  - {type: conv2d, filters: 3}\n  - type: [|relu|]\n  - {type: [|LeakyReLU|], alpha: 0.2}\n', ['relu? (pytorch)', 'leaky-relu? negativeSlope=0.2 (pytorch)']],
    ['json', '{"net": [{"layer": "Linear", "params": {"out": 3}}, {"layer": "[|ELU|]", "params": {"alpha": 2}}], "shown": [{"type": "relu"}, {"type": "bar"}], "one": {"type": "relu"}, "some": [{"type": "conv"}, {"label": "relu"}]}', ['elu? alpha=2 (pytorch)']],
    // Rows that give a layer by its name, with what it is given behind it.
    ['yaml', '[\n  [Convolution, [3, 16]], # 8\n  [[|ReLU|], []],\n  [[|LeakyReLU|], [0.1]],\n]\n', ['relu? (pytorch)', 'leaky-relu? negativeSlope~0.01 (pytorch)']],
    ['yaml', 'backbone:\n  [[-1, 1, Conv, [64, 3]],\n   [-1, 1, [|SiLU|], []]]\nlayers:\n  - [Linear, 3, 4]\n  - [[|Tanh|]]\n', ['silu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'known: [[Relu, [1]], [Sum, [2]]]\nnames: [[conv, relu], [pool, tanh]]\nops: [Conv, Relu]\n', []],
    ['yaml', 'dropout: 0.5\nac_fn: [|relu|]\nac_voltage: tanh\n', ['relu? (pytorch)']],
    ['yaml', 'dropout: 0.5\nact_gate: {even: [|silu|], odd: "[|tanh|]"}\nact_names: {t: tanh, r: relu}\nactivations: {relu: ReLU, tanh: Tanh}\n', ['silu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'genome:\n  activation_funcs:\n    - {func: [|sigmoid|], prob: 1}\n    - {func: abs, prob: 1}\nevents:\n  activations:\n    - {func: sigmoid, prob: 1}\n', ['sigmoid? (pytorch)']],
    ['yaml', 'dropout: 0.5\nactivation_funcs:\n  - {func: [|tanh|], prob: 1}\n  - {func: [|relu|], prob: 0.5}\n  - {func: mod, prob: 0}\n  - {label: relu}\n', ['tanh? (pytorch)', 'relu? (pytorch)']],
    ['yaml', 'networks:\n  - layers:\n      - {neurons: 3, activation: [|tanh|]}\n      - {neurons: 2, activation: [|softmax|]}\n', ['tanh? (pytorch)', 'softmax? temperature:1 (pytorch)']],
    ['yaml', 'hidden_size: 3\nactivation: {actor: "[|nn.ReLU|]", critic: {hidden: [|torch.nn.Tanh|], output: "[|nn.Identity|]"}}\nactivations: {r: nn.ReLU, t: nn.Tanh}\nact: {actor: {hidden: [|relu|], last: [|tanh|]}}\n', ['relu? (pytorch)', 'tanh (pytorch)', 'identity? (pytorch)', 'relu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'num_layers: 3\nhidden_size: 8\nnonlinearity_scalars:\n  e: [|silu|]\n  o: [|tanh|]\nnonlinearity_gates: {e: [|silu|], o: [|abs|]}\ngate: [|silu|]\ngates: {e: silu}\n', ['silu? (pytorch)', 'tanh? (pytorch)', 'silu? (pytorch)', 'abs? (others)', 'silu? (pytorch)']],
    ['yaml', 'dropout: 0.1\nteacher_nonlinearities: [[|relu|], [|tanh|]]\nmlp_nonlin: [|relu|]\nhidden_acts: [[|gelu|]]\nactiv_fn: [|elu|]\nfacts: [tanh]\n', ['relu? (pytorch)', 'tanh? (pytorch)', 'relu? (pytorch)', 'gelu? (pytorch)', 'elu? alpha:1 (pytorch)']],
    ['yaml', 'gate: silu\nnl: relu\n', []],
    ['yaml', 'hidden_layer_sizes: [120]\nfc_afs: [[|relu|]]\n', ['relu? (pytorch)']],
    ['yaml', 'hidden_dim: 192\ngating:\n  enabled: true\n  type: "[|sigmoid|]"\n', ['sigmoid? (pytorch)']],
    ['json', '{"hidden_size": 4096, "activation_function": "[|swiGLU|]", "scoring_func": "[|sigmoid|]", "output_function": "[|softmax|]", "ativacao": "[|relu|]"}', ['swiglu? (others)', 'sigmoid? (pytorch)', 'softmax? temperature:1 (pytorch)', 'relu? (pytorch)']],
    ['yaml', 'learning_rate: 0.1\noutput_activation:\n  actor: "[|nn.ReLU|]"\nactivation: {relu: nn.ReLU}\nact: {used: tanh}\n', ['relu? (pytorch)']],
    ['yaml', 'learning_rate: 0.1\nactive: true\nscore_function: linear\nstaff: tanh\n', []],
    ['json', '{"activation": "[|relu|]"}', ['relu? (pytorch)']],
    ['json', '{"args": ["--batch-size", "32", "--hidden-act", "[|gelu|]", "--activation", "[|tanh|]", "--name", "relu", "--act"], "words": ["activation", "relu"]}', ['gelu? (pytorch)', 'tanh? (pytorch)']],
    ['json', '{"task_options": {"scheme": "x"}, "model_options": {"upper_net_neuron": [64, 64], "upper_net_activation": "[|tanh|]"}, "plot_activation": "none"}', ['tanh? (pytorch)']],
    ['json', '{"params": {"mlp__activation": "[|tanh|]", "mlp__alpha": 1}}', ['tanh? (pytorch)']],
    ['yaml', 'bc.mlp.activation:\n  value: "[|tanh|]"\nbc.conv.activation: tanh.x\nbc.mlp.width: {value: 16}\n', ['tanh? (pytorch)']],
    ['json', '{"model_fusion_hidden_activation": {"kind": "discrete", "set": ["[|relu|]", "[|tanh|]"]}}', ['relu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'learning_rate: 0.1\nargs: {num_filters: 64, last_activation: [|Identity|]}\n', ['identity? (pytorch)']],
    ['yaml', '# relu\nmodel:\n  hidden_size: 64\n  activation: [|relu|]\n', ['relu? (pytorch)']],
    ['yaml', 'model:\n  num_layers: 2\n  activations: [[|relu|], "[|tanh|]"]\n', ['relu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'parameters:\n  learning_rate: {min: 0.1}\n  activation:\n    values: [[|relu|], [|elu|]]\n', ['relu? (pytorch)', 'elu? alpha:1 (pytorch)']],
    ['yaml', 'num_layers: 2\nact: [|SiLU|]\n', ['silu? (pytorch)']],
    ['yaml', 'in_channels: 3\nconv_activation_fn: "[|leaky|]"\nkind: leaky\n', ['leaky-relu? negativeSlope~0.01 (pytorch)']],
    ['yaml', 'mlp: {units: [64], activation: [|elu|], mu_activation: None, out_nnlin: [|Softplus|], layersActivFns: [[|tanh|]]}\n', ['elu? alpha:1 (pytorch)', 'softplus? beta:1 threshold~20 (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'gen: {norm: none, activ: [|lrelu|]}\ndis: {activ: [|relu|], active: tanh}\n', ['leaky-relu? negativeSlope~0.01 (pytorch)', 'relu? (pytorch)']],
    ['yaml', 'num_layers: 2\nhidden_size: 8\nactivation: [|sin|]\n', ['sine? omega~1 (others)']],
    ['yaml', 'amplitude: 2\nactivation: sin\n', []],
    ['yaml', 'hidden_size: 8\nreadoutact: [|relu|]\nencoder_outact: [|tanh|]\ncompact: tanh\n', ['relu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', "YOLOHead:\n  act: '[|relu|]'\n", ['relu? (pytorch)']],
    ['yaml', 'hidden_size: 8\nfb_output_activate_function: [|ReLU|]\nactivate_finally: tanh\n', ['relu? (pytorch)']],
    ['yaml', "MaskNet: {mask_nonlinear: '[|relu|]', is_nonlinear: true}\n", ['relu? (pytorch)']],
    ['yaml', 'd_model: 8\nactivation_type: [|swiglu|]\n', ['swiglu? (others)']],
    ['yaml', 'hidden_size: 3\nactivation: [|leaky_relu|]\n', ['leaky-relu? negativeSlope~0.01 (pytorch)']],
    ['yaml', 'norm: batch\nactivation: [|LeakyReLU|]\n', ['leaky-relu? negativeSlope~0.01 (pytorch)']],
    ['yaml', "Theatre:\n  act: 'relu'\n", []],
    ['yaml', '---\na: 1\n---\nhidden_act: [|tanh|]\n...\n', ['tanh? (pytorch)']],
    ['yaml', 'head:\n  act_cfg: {type: [|LeakyReLU|], negative_slope: 0.1}\n', ['leaky-relu? negativeSlope=0.1 (pytorch)']],
    ['yaml', 'channels: 3\nnonlinear_activation: "[|LeakyReLU|]"  # which\nnonlinear_activation_params:\n  negative_slope: 0.1\n', ['leaky-relu? negativeSlope=0.1 (pytorch)']],
    ['yaml', 'channels: 3\nact: [|leakyrelu|]\nact_kwargs: {steepness: 0.1}\n', ['leaky-relu? negativeSlope~0.01 (pytorch)']],
    ['yaml', 'channels: 3\nnonlinear_activation: [|LeakyReLU|]\nnonlinear_activation_params: {alpha: 0.2}\n', ['leaky-relu? negativeSlope=0.2 (pytorch)']],
    ['yaml', 'dropout: 0.1\nenc_activation_type: [|swish|]\n', ['silu? (pytorch)']],
    ['toml', '[model]\nhidden_dim = 3\nactivation = "[|mish|]"\n[[model.blocks]]\nact_fn = \'[|selu|]\'\n[optimizer.x]\ngate.activation = """[|elu|]"""\n', ['mish? (pytorch)', 'selu? (pytorch)', 'elu? alpha:1 (pytorch)']],
    ['json', '{"learning_rate": {"_type": "choice", "_value": [1]}, "activation": {"_type": "choice", "_value": ["[|relu|]", "[|tanh|]"]}}', ['relu? (pytorch)', 'tanh? (pytorch)']],
    ['json', '{"classifier:mlp:activation": "[|relu|]", "classifier:mlp:batch_size": "auto"}', ['relu? (pytorch)']],
    ['json', '{"learning_rate": 1, "model_devi_activation_func": [["[|tanh|]", "[|gelu|]"], ["[|relu|]", {"name": "relu"}]]}', ['tanh? (pytorch)', 'gelu? (pytorch)', 'relu? (pytorch)']],
    ['json', '// a comment\n{"d_model": 3, "mlp_act": "[|relu|]", /* x */ "hiddenActivation": "[|tanh|]",}', ['relu? (pytorch)', 'tanh? (pytorch)']],
  ] as const)('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('files of models', () => {
  test.each<[ConfigurationLanguage, string, string]>([
    ['yaml', 'activation: "[|tanh|]"\ndepth: 5\n', 'configs/model/base.yaml'],
    ['json', '{"act": "[|relu|]"}', 'C:\\\\x\\\\models\\\\a.json'],
    ['yaml', 'activation: linear\n', 'model.yaml'],
    ['yaml', 'activation: tanh\n', 'configs/remodel/a.yaml'],
    ['yaml', 'fc_layer_depth: 5\nactivation: "[|tanh|]"\n', 'a.yaml'],
  ])('%s: %s', (language, text, path) => check(language, text, [], path));
});

describe('searches', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'parameters:\n- name: activation\n  type: choice\n  values: [[|relu|], [|tanh|]]\n- {name: optimizer, type: choice, values: [adam, relu]}\n', ['relu? (pytorch)', 'tanh? (pytorch)']],
    ['json', '{"space": [{"class_name": "Choice", "config": {"name": "act_fn", "default": "[|relu|]", "values": ["[|relu|]", "[|elu|]"]}}], "values": {"act_fn": "[|elu|]"}}', ['relu? (pytorch)', 'relu? (pytorch)', 'elu? alpha:1 (pytorch)', 'elu? alpha:1 (pytorch)']],
    ['yaml', 'parameters:\n- name: hidden_act\n  parameterType: categorical\n  feasibleSpace:\n    list: [[|silu|], "[|gelu|]"]\n- name: dropout\n  feasibleSpace: {list: [relu]}\n', ['silu? (pytorch)', 'gelu? (pytorch)']],
    ['yaml', 'lr: 0.1\nactivation: {type: categorical, vals: [[|relu|], [|tanh|]]}\nact: {grid_search: [[|silu|]]}\nact_fn: {default: [|elu|], options: [elu, tanh]}\nnonlin: {type: string, default: tanh}\nacti: {datatype: categorical, list_of_values: [[|selu|]]}\n', ['relu? (pytorch)', 'tanh? (pytorch)', 'silu? (pytorch)', 'elu? alpha:1 (pytorch)', 'selu? (pytorch)']],
    ['yaml', 'lr: 0.1\nmodel.activation: choice([|relu|], [|tanh|])\nmodel.act: [|relu|],[|elu|]\nnonlin: "choices([\'[|relu|]\', \'[|tanh|]\'])"\nact_fn: tune.choice(["[|gelu|]", "[|silu|]"])\n',
      ['relu? (pytorch)', 'tanh? (pytorch)', 'relu? (pytorch)', 'elu? alpha:1 (pytorch)', 'relu? (pytorch)', 'tanh? (pytorch)', 'gelu? (pytorch)', 'silu? (pytorch)']],
    ['yaml', 'lr: 0.1\nactivation: relu, or what you like\nact: choice(1, 2)\nact_fn: conv,relu\n', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('other ways to say which', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'lr: 0.1\nact: {function: [|relu|]}\nactivation: {kind: [|LeakyReLU|], negative_slope: 0.2}\nMODEL: {ACT: {TYPE: [|tanh|]}}\n', ['relu? (pytorch)', 'leaky-relu? negativeSlope=0.2 (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'lr: 0.1\nact: [|ReLU()|]\nact_fn: [|torch.nn.SiLU()|]\nactivation: [|LeakyReLU(0.3)|]\nnonlin: [|lrelu_0.2|]\nacts: [[|np.tanh|], "[|nnx.relu|]", f(relu)]\n', ['relu? (pytorch)', 'silu? (pytorch)', 'leaky-relu? negativeSlope~0.01 (pytorch)', 'leaky-relu? negativeSlope~0.01 (pytorch)', 'tanh? (numpy)', 'relu? (flax)']],
    ['yaml', 'lr: 0.1\nhidden_size: 3\nact: [|Sine|]\nact_fn: [|SquaredReLU|]\nactivation: [|fast-swiglu|]\n', ['sine? omega~1 (others)', 'relu-squared? (others)', 'swiglu? (others)']],
    ['yaml', 'activation1: [|relu|]\nHidden Activation: [|elu|]\n激活函数: [|relu|]\nlr: 0.1\nG_nl: [|relu|]\npostact: [|tanh|]\npostaction: tanh\n', ['relu? (pytorch)', 'elu? alpha:1 (pytorch)', 'relu? (pytorch)', 'relu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'lr: 0.1\noutput_layer: [|softmax|]\nlast_layer: linear\nffn_layer: [|swiglufused|]\nmlp_type: relu_net\nff: {gated: true}\n', ['softmax? temperature:1 (pytorch)', 'swiglu? (others)']],
    ['yaml', 'lr: 0.1\noutput_layer: {type: [|softmax|], units: 3}\nmlp_variant: [mlp, [|swiglu|], relu]\nf_hid: [|tanh|]\nf_out: [|sigmoid|]\nf_max: relu\nlast_layer: {units: 3, kind: dense}\n', ['softmax? temperature~1 (pytorch)', 'swiglu? (others)', 'tanh? (pytorch)', 'sigmoid? (pytorch)']],
    ['json', '{"activation": ["Activation", "string", "[|prelu|]", ["prelu", "relu"], "of the encoder"], "hidden_size": ["Size", "int", 3]}', ['prelu? a:0.25 (pytorch)']],
    ['yaml', 'n_layers: 2\nscaling_fn: [|tanh|]\nstd_func: [|softplus|]\nloss_fn: softplus\nscale_fn: exp\n', ['tanh? (pytorch)', 'softplus? beta:1 threshold~20 (pytorch)']],
    ['yaml', 'params: {activation: [|relu|], use_norm: true, final_activation: [|sigmoid|]}\n', ['relu? (pytorch)', 'sigmoid? (pytorch)']],
    ['yaml', 'gen_filts: 32\nfinal_activation: [|sigmoid|]\n', ['sigmoid? (pytorch)']],
    ['yaml', 'net: {width: 3}\nout: {activation: [|rectified|]}\n', ['relu? (pytorch)']],
    ['yaml', 'layers: [[64, [|relu|]], [10, [|softmax|]]]\nlist:\n  - [[|tanh|], 32]\n  - [[|relu|], 8]\nnames: [[0, relu], [1, tanh]]\nmore: [[3, relu], [conv, 8]]\none: [[8, relu]]\n', ['relu? (pytorch)', 'softmax? temperature~1 (pytorch)', 'tanh? (pytorch)', 'relu? (pytorch)']],
    ['yaml', 'act:\n  _target_: hydra.utils.get_method\n  path: [|torch.nn.functional.gelu|]\nother: {_target_: hydra.utils.get_class, path: mine.GELU}\n', ['gelu (pytorch)']],
    ['toml', 'width = 3\n[[layers]]\ntype = "Linear"\n[[layers]]\ntype = "[|ReLU|]"\n[shown]\n0 = {type = "relu"}\n', ['relu? (pytorch)']],
    ['yaml', 'model:\n  act: [|gelu|]\n  attention_function: [|softmax|]\n  loss_function: softmax\n', ['gelu? (pytorch)', 'softmax? temperature:1 (pytorch)']],
    ['json', '{"layers": [{"name": "linear", "param": {"in": 8}}, {"name": "[|ReLU|]", "param": {}}, {"name": "Dropout", "param": {"p": 0.1}}], "steps": [{"name": "linear"}, {"name": "relu"}], "others": [{"name": "flip", "param": {}}, {"name": "relu", "param": {}}]}', ['relu? (pytorch)']],
    ['yaml', 'lr: 0.1\nhidden_size: 3\nnode1_op: [|tanh|]\nnode2_op: identity\nnode3_op: {type: categorical, vals: [[|tanh|], [|relu|], [|identity|]]}\nreduce_op: softmax\nmath_op: tanh\n', ['tanh? (pytorch)', 'tanh? (pytorch)', 'relu? (pytorch)', 'identity? (pytorch)']],
    ['yaml', 'out_channels: 8\nacts_tuple: [[[|relu|], null], [[|tanh|], null]]\nacts_dim: 3\nfacts_list: [relu]\n', ['relu? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', 'radial_MLP: [64, 64]\ngate: [|silu|]\n', ['silu? (pytorch)']],
    ['yaml', 'doors: 2\ngate: tanh\nopens: {gate: A7, act: III}\n', []],
    ['yaml', 'log: [|!new:mine.nnet.activations.Softmax|]\n  apply_log: True\nshares: [|!new:mine.nnet.activations.Softmax|]\n  apply_log: False\n'.replaceAll('[|!new:', '!new:[|'), ['log-softmax? (pytorch)', 'softmax? temperature~1 (pytorch)']],
    ['yaml', 'loss: {_target_: DiceLoss, [|softmax|]: true, sigmoid: false}\nafter:\n- {_target_: Activationsd, [|sigmoid|]: true}\n- {_target_: monai.losses.GeneralizedDiceLoss, [|softmax|]: true}\n- {_target_: mine.Loss, softmax: true}\n- {_target_: Invertd, sigmoid: true}\n', ['softmax temperature:1 (monai)', 'sigmoid (monai)', 'softmax temperature:1 (monai)']],
    ['yaml', 'lr: 0.1\nlast_activation: {binary: [[|sigmoid|]], multi: [[|softmax|]]}\nbounded_transform: [|tanh|]\nbound_type: sigmoid\nout_of_bound_policy: tanh\n', ['sigmoid? (pytorch)', 'softmax? temperature~1 (pytorch)', 'tanh? (pytorch)']],
    ['json', '{"layers": [{"n": 2, "repeat": [{"class": "Conv3D", "filters": 8}, {"alpha": 0.2, "class": "[|LeakyReLU|]"}]}, {"class": "Conv3D", "filters": 8}, {"class": "[|ReLU|]"}], "runs": [{"class": "Conv3D"}, {"class": "ReLU"}, {"seed": 3}]}', ['leaky-relu? negativeSlope=0.2 (pytorch)', 'relu? (pytorch)']],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('sizes of layers with the activations behind them', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['json', '{"actor": ["256", "[|relu|]", "256", "[|relu|]"], "critic": [64, "[|tanh|]", 64, "[|leaky_relu|]", 1]}', ['relu? (pytorch)', 'relu? (pytorch)', 'tanh? (pytorch)', 'leaky-relu? negativeSlope~0.01 (pytorch)']],
    ['yaml', 'actor: "(128, [|tanh|], 64, [|tanh|])"\ncritic: [|x|]\n'.replace('[|x|]', 'x'), ['tanh? (pytorch)', 'tanh? (pytorch)']],
    ['yaml', "layers: \"[64, '[|relu|]', 32, '[|elu|]']\"\nnet:\n  - 8\n  - [|relu|]\n  - 8\n  - [|tanh|]\n", ['relu? (pytorch)', 'elu? alpha~1 (pytorch)', 'relu? (pytorch)', 'tanh? (pytorch)']],
    ['json', '{"ids": [0, "relu", "conv", 1], "one": [1, "relu"], "text": "(3, relu)", "more": ["relu", 1, "tanh", 2], "names": ["relu", "tanh"]}', []],
    ['yaml', 'note: "(1, relu, 2, conv)"\nfold: >\n  (1, relu,\n  2, tanh)\n', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('what a program is started with', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['json', '{"args": ["-e", "10", "-lr", "0.1", "-a", "[|relu|]", "-l", "cross_entropy"]}', ['relu? (pytorch)']],
    ['yaml', 'args:\n- --batch_size\n- "32"\n- -a\n- [|sigmoid|]\n- -activation\n- [|tanh|]\n', ['sigmoid? (pytorch)', 'tanh? (pytorch)']],
    ['json', '{"args": ["-a", "linear", "-lr", "0.1", "-b", "relu", "a", "tanh"]}', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('what a program is started with, in one word or one text', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'args:\n- --batch-size=32\n- --activation=[|relu|]\n- --name=tanh\n- "--hidden-act=[|gelu|]"\n', ['relu? (pytorch)', 'gelu? (pytorch)']],
    ['yaml', '- lr=0.1\n- model.activation=[|elu|]\n- +net/act_fn=[|silu|]\n- activation=[relu,tanh]\n- a = activation=relu\n', ['elu? alpha:1 (pytorch)', 'silu? (pytorch)']],
    ['yaml', 'backbone:\n- [-1, 1, Conv, [32, 3, 1, act=nn.[|LeakyReLU|](0.1)]]\n- [-1, 1, Conv, [32, act=[|nn.ReLU()|]]]\n', ['leaky-relu? negativeSlope=0.1 (pytorch)', 'relu? (pytorch)']],
    ['yaml', 'backbone:\n- [-1, 1, Conv, [32, norm=nn.BatchNorm2d(0.1), name=mine(tanh), "act=nn.LeakyReLU(x=(1))"]]\n', []],
    ['json', '{"cmd": "python train.py --epochs 3 --act [|relu|] --hidden-act=\'[|gelu|]\' --name tanh --nonlin", "text": "set --lr and --act relu"}', ['relu? (pytorch)', 'gelu? (pytorch)']],
    ['yaml', 'run: |\n  python -m mine.train \\\n    --lr 0.1 --activation [|tanh|] \\\n    --nonlin "[|elu|]"\nargs: ["torchrun a.py --lr 1 --act [|selu|]"]\n', ['tanh? (pytorch)', 'elu? alpha:1 (pytorch)', 'selu? (pytorch)']],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('keys that nobody has foreseen', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'channels: [8, 16]\nbend: [|gelu|]\nhead.curve: "[|LeakyReLU|]"\nhalfway: [[|relu|], linear, "[|silu|]"]\nsearched: {values: [[|elu|], [|selu|]]}\n', ['gelu? (pytorch)', 'leaky-relu? negativeSlope~0.01 (pytorch)', 'relu? (pytorch)', 'silu? (pytorch)', 'elu? alpha:1 (pytorch)', 'selu? (pytorch)']],
    ['json', '{"lr": 0.1, "link_function": "[|softplus|]", "gated_function": "[|softmax|]", "router_normalization": "[|softmax|]"}', ['softplus? beta:1 threshold~20 (pytorch)', 'softmax? temperature:1 (pytorch)', 'softmax? temperature:1 (pytorch)']],
    ['yaml', 'lr: 0.1\nbend: tanh\nrun_name: gelu\nloss_fn: softmax\nkernel_function: sigmoid\nweight_init: relu\nstages: [conv, relu]\nelu: Elu\nleaky: LeakyReLU\nmine/net-small: swiglu\nnormalization: relu\n', []],
    ['yaml', 'bend: gelu\ncurve: relu\n', []],
    ['yaml', 'lr: 0.1\nganmode: softplus\ngan_mode: softplus\nauto_activate: "On"\ngan_loss: softplus\n', []],
    ['yaml', 'batch_size: 16\neval_metrics: dice_coeff\neval_activate: "[|Softmax|]"\n', []],
    ['json', '{"lr": 0.1, "_activation_function": "tanh", "_bend": "gelu", "_link_function": "softplus"}', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

test('steps that are applied to what a model gives', () => check('yaml', 'outputs:\n- name: probability\n  postprocessing:\n  - name: [|sigmoid|]\n  - id: [|softmax|]\n    kwargs: {axis: channel}\n  - name: clip\n  preprocessing:\n  - name: sigmoid\n',
  ['sigmoid? (pytorch)', 'softmax? temperature~1 (pytorch)']));

describe('what is switched on', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'hidden_size: 3\n[|use_swiglu|]: true\nff: {[|gelu|]: True, silu: false, mish: 3}\n"[|lastTanh|]": true\nmodel.[|quick_gelu|]: true\n'.replace('model.[|quick_gelu|]', '[|model.quick_gelu|]'), ['swiglu? (others)', 'gelu? (pytorch)', 'tanh? (pytorch)', 'quick-gelu? (transformers)']],
    ['json', '{"dropout": 0.1, "[|use_LeakyReLU|]": true, "[|final_sigmoid|]": true}', ['leaky-relu? negativeSlope~0.01 (pytorch)', 'sigmoid? (pytorch)']],
    ['toml', 'd_model = 3\n[|use_gelu|] = true\n', ['gelu? (pytorch)']],
    ['yaml', 'lr: 0.1\nuse_sigmoid: true\nsoftmax: true\nfuse_swiglu: true\nbias_gelu_fusion: true\nno_relu: true\nloss: {gelu: true, final_sigmoid: true}\n', []],
    ['yaml', 'hidden_nf: 8\nn_layers: 2\n[|tanh|]: true\n[|action_tanh|]: true\n[|sigmoid_output|]: True\n[|tanh_squash|]: true\ntanh_loss: true\nsigmoid: true\n[|scaled_tanh|]: true\n[|apply_softmax|]: true\n', ['tanh? (pytorch)', 'tanh? (pytorch)', 'sigmoid? (pytorch)', 'tanh? (pytorch)', 'tanh? (pytorch)', 'softmax? temperature~1 (pytorch)']],
    ['yaml', 'languages: {mish: true, elu: true, glu: true}\n', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('a name that is a key with its options below it', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'hidden_dim: 3\nactivation:\n  [|LeakyReLU|]:\n    negative_slope: 0.1\nact_layer: {[|GELU|]: }\n', ['leaky-relu? negativeSlope=0.1 (pytorch)', 'gelu? (pytorch)']],
    ['json', '{"hidden_dim": 3, "activation": {"[|ReLU|]": {}}}', ['relu? (pytorch)']],
    ['toml', 'hidden_dim = 3\nactivation = {[|ELU|] = {alpha = 0.5}}\nact_fn = {"[|SiLU|]" = {}}\n', ['elu? alpha=0.5 (pytorch)', 'silu? (pytorch)']],
    ['yaml', 'hidden_dim: 3\nactivation: {relu: {on: 1}, gelu: {on: 2}}\n', []],
    ['yaml', 'hidden_dim: 3\nactivation: {relu: true}\nact_fn: {layers: {relu: 3}}\n', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('a class beside the module that has it', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'loss:\n  _CLASS_INFO:\n    _CLASS_NAME: [|Sigmoid|]\n    _MODULE_NAME: torch.nn\n  dim: 1\n', ['sigmoid (pytorch)']],
    ['json', '{"act": {"module": "torch.nn", "class_name": "[|LeakyReLU|]", "options": {"slope": 0.2}}}', ['leaky-relu negativeSlope~0.01 (pytorch)']],
    ['yaml', 'act:\n  module: mine.layers\n  class_name: Sigmoid\nnorm: {module: torch.nn, class_name: BatchNorm2d}\n', []],
    ['yaml', 'act:\n  module: torch.nn\n  title: Sigmoid\n', []],
    ['json', '[{"class": "tensorflow.keras.layers.Conv1D", "parameters": {"filters": 8}}, {"class": "[|tensorflow.keras.layers.LeakyReLU|]", "parameters": {"alpha": 0.2}}, {"type": "[|torch.nn.Tanh|]"}]', ['leaky-relu negativeSlope=0.2 (tf-keras)', 'tanh (pytorch)']],
    ['json', '{"docs": "torch.nn.Tanh", "type": "torch.nn.Linear"}', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

test('expressions of MONAI', () => check('json', '{"net": "$@net#conv.add_module(\'act\', torch.nn.[|Sigmoid|]())", "act": "$torch.nn.[|GELU|]", "price": "$relu", "note": "@torch.nn.ReLU()"}', ['sigmoid? (pytorch)', 'gelu? (pytorch)']));

describe('Python that a program evaluates', () => {
  test.each<[ConfigurationLanguage, string, string[]]>([
    ['yaml', 'policy_kwargs: "dict(\n    activation_fn=nn.[|ReLU|],\n    net_arch=dict(pi=[64]), act=nn.[|LeakyReLU|](0.2),\n  )"\n', ['relu? (pytorch)', 'leaky-relu? negativeSlope=0.2 (pytorch)']],
    ['json', '{"policy_kwargs": "dict(activation_fn=torch.nn.[|Tanh|])"}', ['tanh? (pytorch)']],
    ['yaml', 'activation: nn.[|LeakyReLU|](0.1)\nbackbone:\n  - act: "torch.nn.[|ELU|](alpha=0.5)"\n  - act: [|nn.SiLU()|]\n', ['leaky-relu? negativeSlope=0.1 (pytorch)', 'elu? alpha=0.5 (pytorch)', 'silu? (pytorch)']],
    ['yaml', 'backbone:\n  - [-1, 1, Conv, [64, 1, nn.[|LeakyReLU|](0.1)]]\n  - [-1, 1, Conv, [64, [|nn.SiLU()|]]]\n  - [-1, 1, [|nn.ReLU|], []]\n', ['leaky-relu? negativeSlope=0.1 (pytorch)', 'silu? (pytorch)', 'relu? (pytorch)']],
    ['yaml', 'backbone:\n  - [-1, 1, nn.Linear(3), nn.Upsample, relu, ReLU, "nn.ReLU after it"]\n', []],
    ['yaml', 'activation: mine.LeakyReLU(0.1)\nbackbone: nn.Linear(3)\nnote: "nn.ReLU is used (as before)"\n', []],
    ['yaml', "transform: '!lambda x: torch.nn.functional.[|softmax|](x, dim=-1)'\nprediction: 'lambda y: [|torch.sigmoid|](y)'\nnote: 'lambda: torch.sigmoid'\n".replace('[|torch.sigmoid|]', 'torch.[|sigmoid|]'), ['softmax? temperature:1 (pytorch)', 'sigmoid? (pytorch)']],
    ['yaml', 'text: "dict(nn.ReLU"\nactivation_note: "use nn.ReLU or dict(act=nn.ReLU)"\n', []],
  ])('%s: %s', (language, text, expected) => check(language, text, expected));
});

describe('what is about something else', () => {
  test.each<[ConfigurationLanguage, string, string?]>([
    ['json', '{"activation": "email", "hidden_size": 3}'],
    ['json', '{"activation": "tanh"}'],
    ['json', '{"act": "relu", "activations": {"relu": 3}}'],
    ['json', '{"classifier:mlp:activation:doc": "relu", "activation:doc": "tanh", "mlp:batch_size": 3}'],
    ['json', '{"name": "relu", "description": "gelu", "hidden_size": 3}'],
    ['json', '{"animation": {"activation": "linear", "duration": 3}}'],
    ['json', '{"contract": "tanh", "react": "tanh", "hidden_size": 3}'],
    ['json', '{"hidden_act": "gelu"}', 'package.json'],
    ['json', '{"activationEvents": ["onLanguage:python"], "hidden_size": 1}'],
    ['json', '{"properties": {"hidden_act": {"type": "string", "default": "gelu"}}, "hidden_size": 1}'],
    ['yaml', 'on: push\njobs:\n  activation: linear\n', '.github/workflows/a.yml'],
    ['yaml', '# hidden_act: gelu\n'],
    ['yaml', 'text: |\n  hidden_act: gelu\n'],
    ['toml', '[tool.x]\nactivation = "sigmoid"\n'],
  ])('%s: %s', (language, text, path) => check(language, text, [], path));
});

describe('what is broken', () => {
  test.each<[ConfigurationLanguage, string]>([
    ['json', '{"hidden_act": "[|gelu|]", "x": '], ['json', ''], ['yaml', 'hidden_act: [|gelu|]\n  : - {{ x }}\n'], ['toml', 'hidden_act = "gelu"\nx ='],
    ['json', '['.repeat(200_000)], ['yaml', '['.repeat(20_000)], ['toml', `hidden_act = ${'['.repeat(20_000)}`],
  ])('%s: %.40s', (language, text) => check(language, text));

  test('any text is read without an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom<ConfigurationLanguage>('json', 'yaml', 'toml'), (text, language) => {
      expect(analyzeConfiguration(`hidden_act: "gelu"\n${text}`, language).usages).toBeInstanceOf(Array);
    }));
  });
});
