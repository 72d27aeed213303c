/** Tells by words whether a configuration can name an activation, so that all others need not be parsed. */
import { anyOf, eitherOf } from '../eitherOf';

const names = /\w*(?:relu|elu|tanh|sigmoid|softmax|silu|mish|swish)/.source;
/** What the keys of activations have, as `keys.ts` reads them. */
const ofKeys = eitherOf(
  /act(?:ivation)?s?(?:\b|\d)|\bactiv\b|\bactv\b|act_|activ_|activation_|activate_f|[a-z]Act\b|[aA]ctivation[A-Z]|\b\w*_?acts\b|(?:post|pre)act/,
  /non_?lin|\bgat(?:e|ing)|\bnl\b|_nl\b|squash|relu_type|feed_forward_proj|scor(?:e|ing)_func|[a-z]glu(?:_?fused)?\b/,
  /\bafn\b|(?:\b|_)afs?\b|\bac_[fclt]|\bout(?:put)?_f|\bf_(?:in|hid|out|act)|\b(?:output|out|last|final)_layer\b/,
  /ativac|activac|attivaz|akt[iy]w|aktiv|激活|活性化|활성화/,
  /(?:attention|attn|generator|rout(?:er|ing)|hidden|layer|unit|neuron|node|cell|final|scal(?:e|ing)|std|mean|mu|sigma|var(?:iance)?|mask)_f(?:n|unc)/,
).source;
/** What is only switched on. */
const ofSwitches = String.raw`${names}\w*["']?\s*[:=]\s*true`;
/** Classes and Python that are written by their paths. */
const ofPaths = /_target_|!new:|!name:|python\/|class_path|class_name|!?lambda \w+ ?:|\bnn\.[A-Z]/.source;
/** Names that may say what their keys are about. */
const telling = anyOf(`
  (?:leaky|squared)?_?relu [lpr]_?relu relu6 gelu [csp]?elu silu
  (?:hard_?)?(?:swish|tanh|sigmoid) mish (?:log_?)?soft_?(?:plus|max|sign) sparsemax (?:swi|ge|re)glu
`);
const ofAnyKey = String.raw`[:=\[,{-]\s*["']?(?:\w+\.){0,6}${telling}(?![a-z])`;
/** Layers by their types, operators of a saved graph, rows of layers and of sizes, and a flag of one letter. */
const ofRows = [
  String.raw`["']?\b(?:type|layer|layer_type|kind)["']?\s*[:=]\s*["']?${names}`,
  String.raw`"op": "(?:[sS]oft|log_soft|sigm|tanh|relu)`,
  String.raw`\[[-\d\s,]*["']?${names}["']?\s*[,\]]`,
  String.raw`\d["']?\s*(?:,|-)\s*["']?${names}\b`,
  String.raw`["'\s]-a["',\s]`,
].join('|');
const keys = new RegExp([ofKeys, ofSwitches, ofPaths, ofRows, ofAnyKey].join('|'), 'i');
const words = /elu|leaky|glu|sigm|tanh|soft_?[mps]|sparsemax|swish|silu|mish|shrink|identity|threshold|exponential|logistic|squareplus|linear|sin|erf|rectif/i;

export function mayConfigureActivations(text: string): boolean {
  // Most texts have none of the words, which is found out much sooner.
  return words.test(text) && keys.test(text);
}
