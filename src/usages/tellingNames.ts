/** Names that say an activation, and what people put around them. */
import { isKnownName } from '../frameworks/lookup';
import { eitherOf } from './eitherOf';

/** Names that are an activation whoever defines them; `GLU` is not among them, which many make a gate by any activation. */
export const telling = eitherOf(
  /relu|^expit$|[sc]elu(_?layer)?$|^elu(_?layer)?$|gelu|sigmoid|tanh/i,
  /soft(max|min|plus|sign)|shrink|silu|swish|mish|[a-z]glu$/,
  /^(sparsemax|square_?plus|lisht|maxout|(meta_?)?acon_?c|snake_?(1d|act(ivation)?))$/,
);
/** What is called so is the tanh form of GELU to some, and its sigmoid form to others. */
export const contested = /^(fast_?gelu|gelu_?fast)$/i;

/** Whether a name, and nothing but it, says which activation is meant. */
export function saysOneActivation(name: string): boolean {
  return telling.test(name) && !contested.test(name);
}

/** What is put around the name of a layer to say where in a model it stands: `out_sigmoid`, `txt_mod_silu`, `relu1`. */
const places = /^(?:(?:txt|img|text|image|time|mod|gate|hidden|attn|attention|mlp|ffn?|head|in|input|out|output|first|mid|last|final|pre|post)_)+|_?\d+$/g;

export function withoutPlace(name: string): string {
  return name.replace(places, '');
}

/** What people put around the name of an activation in modules of their own: `stable_softmax`, `Activation_ReLU`, `sigmoid_np`. */
const trimmings = eitherOf(
  /^_*(?:Activation_?|Activacion_?|Ativacao_?|(?:ACT|Act)_(?:Layer_)?|Layer_?|activation_|activacion_|ativacao_|funcao_|funcion_|act_|my_|My|custom_|Custom|stable_|safe_|mask(?:ed)?_)/g,
  /^_*(?:fused_|Fused(?=Leaky)|nn_|np_|numpy_|tf_|jax_|torch_|keras_|paddle_|mxnet_|pyg_|dgl_|gpu_|cpu_|cuda_|triton_|MemoryEfficient|Channel_?[Ww]ise|In_?[Pp]lace|Naive|enn|apply_|compute_|calculate_|calc_)/,
  /^_+/,
  /_?(?:Activation|Activator|act_?f(?:u?n|unc)|act|Auto[Gg]rad(?:Function)?|Function|Func|Fn|Op|Module|Link|_Layer|activation|function|func|fn)$/,
  /_?(?:forward|fwd|np|numpy|cupy|gpu|cpu|tf|jax|torch|with_mask|helper(?:_dim\d)?)$/,
);

/** What ports of EfficientNet call their swish, after the argument of the original. */
const misnamed = /^_*relu_fn$/i;

/** A game is called `Snake` too; what is applied along a signal is the activation. */
const snakes = /^[Ss]nake_?(1[dD]|[Aa]ct(ivation)?)$/;

/** The name without them, where that is one that a library has, and which says an activation; of GELU people write several forms. */
export function trimmed(name: string): string | undefined {
  if (snakes.test(name)) return name.slice(0, 'snake'.length);
  const bare = !telling.test(name) || misnamed.test(name) ? name : /gelu/i.test(name) ? name.replace(/^_+/, '') : name.replace(trimmings, '');
  return bare !== name && telling.test(bare) && isKnownName(bare) ? bare : undefined;
}

/** `Tanh` of `TanhTransform`, which bends the samples of a distribution; what changes the contrast of images is called so too. */
export function transformed(name: string): string | undefined {
  return /^(Tanh|Sigmoid|Softmax|Softplus)Transform$/.exec(name)?.[1];
}

/** `ReLU` of `addReLU`, `softmax` of `add_softmax_layer`. */
export function layerAddedBy(method: string): string | undefined {
  const name = /^add_?([A-Za-z]\w*?)(?:_?[Ll]ayer)?$/.exec(method)?.[1] ?? '';
  return telling.test(name) && isKnownName(name) ? name : undefined;
}

/** What people call a forward pass of their own. */
export const forwardPasses: readonly string[] = [
  'forward_pass', 'forwardPass', 'forward_prop', 'forward_propagation', 'forward_propagate', 'feed_forward', 'feedforward', 'fprop',
];

/** What people call the method by which a layer is applied; not `apply`, which a module gives a function to. */
export const applications: ReadonlySet<string> = new Set([
  'forward', '__call__', 'call', 'construct', 'execute', ...forwardPasses,
  'activate', 'activation', 'function', 'func', 'fn', 'f', 'evaluate', 'compute', 'calculate',
]);

/** What a program is set by, whose values are named after what they switch. */
export const settings = /(^|\.)_*(config|cfg|conf|args|opts?|options|hparams|hp|params|flags|settings)(\.|$)/i;
