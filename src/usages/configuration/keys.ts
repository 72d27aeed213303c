/** By which keys a configuration speaks of an activation, and by which it shows that it is about a model. */
import { byName } from '../../frameworks/byName';
import { customaryCarriers } from '../../frameworks/rows';
import { eitherOf } from '../eitherOf';

/** `hiddenAct`, `hidden-act`, `Hidden Act` and `hidden_act2` are `hidden_act`. */
export function plainKey(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[- ]/g, '_').replace(/(?<=[a-z])_?\d+$/i, '').toLowerCase();
}

/** Flat configurations write the way to a setting into its key: `classifier:mlp:activation`, `model/encoder/act`, `mlp__activation`. */
export function wayTo(key: string): string[] {
  return key.split(/[:/.]|__/);
}

/** Keys that nobody has for anything else. */
const telling = eitherOf(
  /^(?:\w+_)?hidden_act(?:ivation)?$/,
  /^activation_(?:function|fn|func|layer)s?$/,
  /^act_(?:layer|fn|func)s?$/,
  /^(?:mlp|ffn?|mlp_hidden|mamba_hidden|projector_hidden)_act(?:ivation)?$/,
  /^(?:dense_act_fn|recurrent_activation|classifier_activation|feat_extract_activation|hidden_nonlinearity|nonlinearity|act_cfg)$/,
);
/** Keys that also belong to other things: `activation: email`. */
const possible = eitherOf(
  /^(?:act|acts|activs?|actv|activations?|actf(?:unc|un|n)|afn|ac_(?:fn|func|function|fc|conv|layer|type))$/,
  /^(?:\w+_)?(?:acti(?:_\w+)?|(?:act|activation)_type|activate(?:_(?:fn|func|function))?|squash(?:ing)?)$/,
  /^(?:activation_name|summary_activation|feed_forward_proj|relu_type|transfer_(?:fn|func|function))$/,
  /^(?:\w+_)?(?:non_?linearit(?:y|ies)|non_?lin|non_?linear)(?:_\w+)?$/,
  /^\w+_(?:acts?|activations?|(?:act|activation)_(?:fn|func|function))$/,
  /^(?:acts?|activ|activations?)_\w+$/,
  /^(?:gate|gating(?:_(?:type|fn|func|function))?|(?:\w+_)?nl)$/,
  /^\w*(?:out|last|final|hidden|gate|mid|end|conv|mlp|ffn?|head|enc|dec|encoder|decoder)act(?:ivation)?$/,
  /^(?:pre|post|in)act$/,
  /^(?:激活(?:函数|函數)?|活性化関数|활성화_?함수|활성화)$/,
);

/** What people's own programs call it too: `scoring_func`, `output_function`, `ativacao`; what is active in a file is often something else. */
const customary = new RegExp(`^(?:${customaryCarriers.map(({ argument }) => argument).filter((name) => !/^activ(e|ate)/.test(name)).map((name) => name.replaceAll('*', '\\w+')).join('|')})$`);

export type KeyStrength = 'telling' | 'possible';

export const activationKey = byName((key): KeyStrength | undefined => {
  const plain = plainKey(wayTo(key).at(-1) ?? '');
  if (telling.test(plain)) return 'telling';
  return possible.test(plain) || customary.test(plain) ? 'possible' : undefined;
});

const modelKeys = new Set(`
  hidden_size hidden_sizes hidden_dim hidden_dims hidden_units hidden_layers hidden_features hidden_channels num_hidden_layers num_layers n_layers n_layer
  num_heads n_heads n_head num_attention_heads n_embd embed_dim embedding_dim embedding_size d_model d_ff ffn_dim intermediate_size model_dim
  in_channels out_channels in_features out_features kernel_size filters units dropout dropout_rate dropout_prob hidden_dropout_prob
  attention_dropout attn_dropout layer_norm layer_norm_eps layer_norm_epsilon vocab_size latent_dim latent_size backbone encoder decoder
  learning_rate lr optimizer batch_size epochs num_epochs max_epochs architecture architectures model_type class_name net_arch policy_kwargs
  layer_sizes layer_dims num_classes input_dim output_dim input_size output_size norm_layer norm mlp_ratio residual batch_norm use_bias
  neurons n_neurons num_neurons neurons_per_layer hidden_neurons nodes_per_layer units_per_layer hidden_nodes epoch n_epochs
  kernel_initializer weight_decay pretrained pretrain_weights depth_mult width_mult depth_multiple width_multiple channels conv_dims fc_dims mlp _target_ class_path
  model network net arch layers layer_type class_num dim_inner gnn
  neurons num_neurons n_neurons num_filters n_filters dilation dilations num_warmup_steps warmup_steps num_hidden_units
`.trim().split(/\s+/));

/** Parts of networks, as configurations name the classes that they set: `PPYOLOEHead:`. */
const parts = /^[A-Z]\w*(?:Net|Head|Neck|FPN|PAN|Backbone|Encoder|Decoder|Transformer|Generator|Discriminator|Block|Layer|Attention)\d*$/;

/** The sizes of what lies between input and output, however they are called, and the settings of a model: `hidden_layer_sizes`, `fc_hiddens`, `model_options`. */
const sizes = eitherOf(
  /^(?:\w+_)?(?:mlp|irreps)$|^mlp_\w+$/,
  /^(?:\w+_)?hidden_(?:\w+_)?(?:sizes?|dims?|units|layers?|features|channels|neurons|nodes)$/,
  /^(?:\w+_)?filt(?:er)?s$|^n_\w+_layers$|^\w+_neurons?$/,
  /^(?:fc|fcnet|mlp|dense|conv|cnn|rnn|gru|lstm|network|net|encoder|decoder|head|actor|critic|policy)_(?:layers?_)?(?:hiddens?|dims?|sizes?|layers|units|channels|depth|width)$/,
  /^recurrent_model$|^(?:model|net|network)_(?:options|config|cfg|params|parameters|args|kwargs|settings)$/,
);

export const speaksOfModels = byName((key): boolean =>
  wayTo(key).map(plainKey).some((part) => modelKeys.has(part) || sizes.test(part)) || parts.test(key));

/** Under a key that says activation, names that nothing else has need no company. */
export function isUnmistakable(text: string, key: string): boolean {
  return /activation|non_?lin/i.test(key) && /^\w*(?:relu|[cgs]elu|silu|swish|mish|soft_?plus)\w*$|^elu$/i.test(text);
}

/** Activations whose names are words of everyday programs as well: the easing of an animation is `linear`, too. */
const everyday = new Set(['linear', 'identity', 'none', 'exponential', 'exp', 'threshold', 'sine', 'sin', 'abs', 'step', 'square', 'clip', 'affine', 'shrink', 'erf', 'arctan']);

export function isEverydayWord(text: string): boolean {
  return everyday.has(text.toLowerCase());
}

/** Folders and files in which projects keep what their models are. */
const ofModels = /(?:^|[\\/])(?:models?|net|nets|networks?|architectures?)[\\/.]/i;

export function isOfModels(path: string): boolean {
  return ofModels.test(path);
}

/** Files that other programs read, and that are never about a model. */
const foreign = eitherOf(
  /(?:^|[\\/])(?:package(?:-lock)?|composer|[tj]sconfig[\w.-]*|manifest|tokenizer|vocab|angular|lerna|nx|turbo)\.json$/i,
  /\.schema\.json$/,
  /(?:^|[\\/])\.(?:vscode|github|circleci|gitlab)[\\/]/,
  /(?:^|[\\/])(?:docker-compose[\w.-]*|pnpm-lock|mkdocs|\.pre-commit-config)\.ya?ml$/,
  /(?:^|[\\/])(?:Cargo|pyproject|poetry|uv)\.(?:toml|lock)$/,
);

export function isForeign(path: string): boolean {
  return foreign.test(path);
}
