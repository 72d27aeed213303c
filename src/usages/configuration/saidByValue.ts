/** Keys of something else, or that nobody has foreseen, which are of an activation where what they are given says so: `output_layer: softmax`, `attention_function: softmax`, `bend: gelu`. */
import { byName } from '../../frameworks/byName';
import { anyOf, eitherOf } from '../eitherOf';
import { saysOneActivation } from '../tellingNames';
import { isHolder, searched } from './given';
import { isEverydayWord, plainKey, wayTo } from './keys';
import type { Value } from './values';

export function saysByValue(key: string, value: string): boolean {
  const kind = kindOf(key);
  return kind !== undefined && kind !== 'open' && kinds[kind].test(value) && saysOneActivation(value);
}

/** Whether a key that says nothing of functions is given what is nothing but an activation, or several of which one is. */
export function saysAnyhow(key: string, values: readonly string[]): boolean {
  const kind = kindOf(key);
  if (kind === undefined) return false;
  const isFitting = (value: string): boolean => saysOneActivation(value) && kinds[kind].test(value);
  const isPossible = (value: string): boolean => (saysOneActivation(value) || isEverydayWord(value)) && !isShort(key, value);
  return values.some(isFitting) && values.every(isPossible);
}

/** A word that stands for a name, as in a table of them: `{"leaky": "LeakyReLU"}`. */
function isShort(key: string, value: string): boolean {
  return value.toLowerCase().startsWith(key.toLowerCase());
}

export function maySayByValue(key: string): boolean {
  return kindOf(key) !== undefined;
}

/** Whether a search, a list or a text says it; a part of a model has other fields, and a list of layers other names. */
export function isGivenAnyhow(key: string, value: Value, names: readonly string[]): boolean {
  return saysAnyhow(key, names) && (value.kind !== 'fields' || value.entries.some((entry) => searched.test(entry.key)));
}

/** What each kind of key has to be given. */
const kinds = {
  /** What has no other value that anything is called. */
  function: /./,
  feedForward: /^(?:swi|ge|re)glu(?:_?fused)?$/i,
  bound: /^(?:tanh|sigmoid|softsign)$/i,
  normaliser: /^(?:log_?)?softmax$|^sparsemax$|^sigmoid$/i,
  /** Neither a curve of mathematics, as tanh and the sigmoid are, nor what also weighs or normalises, as softmax does. */
  open: eitherOf(
    /^(?:leaky|squared)?_?relu(?:_?squared)?$|^[lpr]_?relu$|^relu6$/i,
    /^gelu(?:_(?:new|tanh|accurate|python|pytorch_tanh|erf))?$|^(?:quick|new)_?gelu$/,
    /^(?:[csp]?elu|silu|(?:hard_?)?swish|mish|soft_?plus|sparsemax|(?:swi|ge|re)glu)$/,
  ),
};

const kindOf = byName((key): keyof typeof kinds | undefined => {
  // Some put an underscore before a setting of JSON to take it out of use.
  if (key.startsWith('_')) return undefined;
  const plain = plainKey(wayTo(key).at(-1) ?? '');
  if (feedForward.test(plain)) return 'feedForward';
  if (outputs.test(plain) || ofCells.test(plain) || (functions.test(plain) && !ofOthers.test(plain))) return 'function';
  if (normalisers.test(plain)) return 'normaliser';
  if (bounds.test(plain)) return 'bound';
  // What is called after an activation stands for it, as in a table of names: `{"elu": "Elu"}`.
  return /^[\w.]+$/.test(key) && /[a-z]/.test(plain) && !isHolder(plain) && !others.test(plain) && !saysOneActivation(plain.replaceAll('_', '')) ? 'open' : undefined;
});

const feedForward = /^(?:ff|ffn|mlp|feed_?forward)(?:_(?:type|layer|kind|variant))?$/;
const outputs = /^(?:\w+_)?(?:output|out|last|final)_layer$/;
/** What a cell of a searched recurrent network applies at each of its nodes: `node3_op: tanh`. */
const ofCells = /^(?:node|cell|unit|neuron)_?\d*_op(?:eration)?$/;
const functions = /^\w+_(?:function|func|fn)(?:_name)?$|^f_(?:in|hid(?:den)?|out(?:put)?|act)$/;
/** Functions that are called after such curves and are something else: the kernel of a machine, a loss, how a weight grows. */
export const ofOthers = /loss|cost|crit|obj|metric|kernel|dist|simil|reward|sched|init|member|fit|decay|anneal|warm|basis|cdf|window|interp|blend|eas(?:e|ing)|transition|noise|test|plot/;
/** What keeps a value between bounds: `bounded_transform: tanh`. */
const bounds = /^(?:\w+_)?bound(?:ed|ing)?_transform$|^\w+_bound$/;
/** What a network gives, or is given by another. */
const transformed = anyOf('out outputs? obs observation scores? logits? preds? predictions? xt? y z final last post');
const normalisers = eitherOf(
  /^(?:\w+_)?(?:normali[sz](?:ation|er)|transformation)(?:_(?:fn|func|function|type|method))?$/,
  new RegExp(`^${transformed}_transform(?:_(?:fn|func|function))?$`),
);

/** Words of keys under which a name of an activation is only a name: of a run, a file, a node of a graph, or of what weights are drawn for. */
const others = new RegExp(`(?:^|_)${anyOf(`
  [a-z]*names? nombre nome nom nazwa scope title labels? legend ids? key keys tags? targets? path dir folder file prefix suffix url uri
  desc description docs? help text comments? notes? info summary message caption
  groups? project experiments? exp runs? trials? version author variants? models? arch architecture study tests? cases? suite benchmarks? baseline
  dataset data task env split loss losses criteri(?:a|on) objective metrics? scores? optim\\w* schedul\\w* decay warmup anneal\\w*
  gain non_?lin\\w* he xavier glorot kaiming lecun orthogonal \\w*init \\w*initiali[sz](?:er|ers|ation)
  [a-z]*mode color colour style marker font shape original before after from to src source dst
  ops? operators? operations? op_types? kernels? modules? layers? nodes? blocks? inputs? outputs? top bottom edges?
  import alias list methods? types? kind class classes functions? func funcs config configs options? defaults? supported available allowed valid exclude ignore skip include
  hooks? fuse\\w* fusion patterns? backend pytorch torch tensorflow keras onnx mindspore jax paddle caffe quant\\w* sound effect args? \\w
`)}(?:_|$)`);
