/** Modules of Python that import no framework and only say how models are to be built: `hidden_act: str = "gelu"` among sizes of layers. */
import { findFramework } from '../frameworks/catalogue';
import type { Framework } from '../frameworks/framework';
import { anyOf } from './eitherOf';
import { lookForAny, lookForWanted } from './lookFor';

const names = anyOf(String.raw`
  hidden_act\w*
  (?:\w*_)?(?<!hidden_)act(?:_(?:type|layer|fn|func|cfg|config))?
  (?:\w*_)?activations?(?:_(?:fn|func|function|type|method|name|mode|kind)s?)?
  (?:\w+_)?activate_f(?:n|unc|unction)
  activate
  (?:\w+_)?non_?linearity
`);
/** Which part of a model it is for, and which of several. */
const part = /(?:_(?:enc|dec|encoder|decoder|hidden|output|out|last|final))?(?:_?\d)?/.source;
/** A type of Python between the name and what it is set to: `hidden_act: str = `. */
const annotation = /(?:\s*:\s*[\w.[\]|]+)?/.source;
/** `self.output_activation = `, which no muscle has: it asks for a function even where mathematics has that too. */
const keyOfLayer = String.raw`(?:(?:hidden|inner|out|output|final|last|gate|recurrent)_activation|activation_f(?:n|unc|unction))['"]?${annotation}\s*[=:]\s*`;
const ofFields = /(?:dict\(\s*type\s*=\s*|\{\s*['"]type['"]\s*:\s*)?/.source;
const key = String.raw`\b${names}${part}['"]?${annotation}\s*[=:]\s*${ofFields}`;
/** Names that nothing but networks has. */
const ofNetworks = /\w*(?:relu|rectify|elu|silu|swish|mish|soft_?(?:max|plus|sign|shrink)|[a-z]glu)\w*/.source;
/** Names of mathematics and of other sciences too. */
const ofOthers = /\w*(?:sigmoid|tanh|soft_?min)\w*/.source;
/** A cheap test, which most texts fail: without any of the names there is neither a setting of one nor an import. */
export const hasName = lookForAny(['elu', 'rectify', 'silu', 'swish', 'mish', 'softm', 'softp', 'softs', 'soft_m', 'soft_p', 'soft_s', 'glu', 'sigmoid', 'tanh']);
/** All that such settings, layers and imports have in common: the key with what may stand behind it, or the module. */
const hasKey = lookForAny([
  'hidden_act', 'unit=', 'unit_type', 'activation', 'activate_f', 'activate ', 'activate=', "activate'", 'activate"', 'nonlinearit', 'non_linearit', '"class"', "'class'",
  ...['^act', '_act'].flatMap((word) => [...'_"\':= \t\r\n0123456789'].map((next) => `${word}${next}`)),
]);
const ofAny = `(?:${ofNetworks}|${ofOthers})`;
/** A name in quotes behind something. Texts have few such names, so the name is looked for first, and what is before it only then. */
const behind = (before: string, name: string, after = ''): string => `['"]${name}['"]${after}(?<=${before}['"]\\w*['"])`;
/** A setting of an activation, with a name of one, or with those that are tried out: `"activation": {"values": ["relu", "tanh"]}`. */
const setting = new RegExp(behind(`${key}(?:\\{\\s*['"](?:values|choices)['"]\\s*:\\s*)?[[(]?\\s*`, ofAny), 'i');
/** A layer or network that is made. */
const made = /\b\w*(?:Dense|Conv|LSTM|GRU|RNN|Layer|Linear|MLP|Net|Network|Norm)\w*\([^\n)]{0,120}\bactivations?(?:_(?:fn|func|function|type|method|name))?\s*=\s*/.source;
/** What a layer says of its units: `LSTM(nout=200, unit="tanh")`. */
const ofUnits = /\b\w*(?:Dense|Conv|LSTM|GRU|RNN|Layer)\w*\([^()]{0,300}\bunit(?:_type)?\s*=\s*/.source;
/** A setting that needs nothing else to be one of a network: `activation="relu"`, `activations=["tanh", "linear"]`, `activations=("tanh", "linear")`, `{"class": "softmax"}`. */
const telling = new RegExp([
  behind(`${key}[[(]?\\s*`, ofNetworks), behind(keyOfLayer, ofOthers), behind(`${key}\\[\\s*`, ofOthers), behind(`${key}\\(\\s*`, ofOthers, '(?=\\s*,)'),
  behind(made, ofOthers), behind(ofUnits, ofAny), behind(`['"]class['"]\\s*:\\s*`, 'softmax'),
].join('|'), 'i');
/** A row that gives a layer by the name of its class, with what this is given: `("ReLU", {})`. */
const layer = /[[(]\s*['"](?:\w*ReLU6?|[CGS]?ELU|SiLU|Sigmoid|Tanh|(?:Log)?Softmax|Softplus|Hard\w+|Mish)['"]\s*,\s*(?:\{|dict\()/;
/** A row that says what a layer is, how large, and last which activation follows: `("conv3d", (64, (1, 6, 1)), "bn", "relu")`. */
const sized = new RegExp([
  String.raw`[[(]\s*['"](?:dense|fc|linear|(?:trans|de)?conv(?:[123]d)?)['"]\s*,`,
  String.raw`[^\n'"]{0,80}\d[^\n'"]{0,80}(?:['"]\w{2,10}['"]\s*,\s*)?`,
  String.raw`['"]${ofAny}['"]\s*[\])]`,
].join(''), 'i');
/** A module of activations that is asked for one: `from .activations import Swish`. */
const imported = new RegExp(`\\bfrom\\s+[\\w.]*\\b(?:activations?|non_?linearit(?:y|ies))(?:_\\w+)?(?:\\.\\w+)?\\s+import\\s+(?:\\([^)]{0,400}|[^\\n]{0,200})\\b(?:${ofNetworks}|sigmoid)\\b`, 'i');
/** A parameter that is asked for an activation and has one by default: `activation: Callable[[float], float] = sigmoid`. */
const handed = new RegExp(`\\bactivation(?:_?f(?:n|unc|unction))?(?:\\s*:\\s*[\\w.[\\], |]{1,80})?\\s*=\\s*(${ofNetworks}|sigmoid)\\s*[,)]`, 'i');
/** A method that nothing but a tensor has, `scores.softmax(dim=1)`, and the swish that is written with one: `x * x.sigmoid()`. */
const softmaxOfTensor = /\.(?:log_?)?softmax\(\s*(?:(?:dim|axis)\s*=\s*)?-?\d\s*\)(?<=[\w)\]]\.[a-z_]+\([^)]*\))/;
const asksTensor = lookForWanted({
  '.softmax(': softmaxOfTensor,
  '.log_softmax(': softmaxOfTensor,
  '.logsoftmax(': softmaxOfTensor,
  '.sigmoid()': /\b([a-z]\w{0,30}) ?\* ?\1\.sigmoid\(\)/,
});
/** A layer that a module of layers is asked for, whoever wrote that: `tn.layer.ReLU()`, `needle.nn.ReLU()`. */
const ofModule = /\.(?:nn|layers?|activations?|modules)\.(?:(?:Leaky|P)?ReLU6?|[CGS]?ELU|SiLU|Sigmoid|Tanh|(?:Log)?Softmax|Softplus)\((?<=\b[a-z]\w*\.\w+\.\w+\()/;
const asksModule = lookForWanted(Object.fromEntries(['.nn.', '.layer.', '.layers.', '.activation.', '.activations.', '.modules.'].map((word) => [word, ofModule])));
/** Settings that only models have. */
const sizes = new RegExp(String.raw`\b\w*${anyOf(String.raw`
  hidden_(?:size|dim|layers) num_(?:hidden_)?layers? num_(?:attention_)?heads intermediate_size d_model embed_dim in_channels out_channels
  fpn_\w+ backbone\w* num_classes vocab_size dropout\w* (?:layer|rms)_norm\w* norm_layer kernel_size
  n_layers? n_neurons n_hidden input_size output_size hidden_units n_units neurons
  learning_rate optimi[sz]er epochs batch_size (?:glorot|xavier|kaiming|he)_(?:normal|uniform)
`)}\b`, 'gi');

/** Whether a text sets an activation to one by its name, or asks a module of them or a tensor for one, so that it is about networks whatever else it imports. */
export function setsActivation(text: string): boolean {
  return hasName(text) && (layer.test(text) || sized.test(text) || asksTensor(text) || asksModule(text) || (hasKey(text) && (telling.test(text) || imported.test(text) || handsImported(text))));
}

function handsImported(text: string): boolean {
  const name = handed.exec(text)?.[1];
  return name !== undefined && new RegExp(`^\\s*from\\s[^\\n]{1,200}\\bimport\\b[^\\n]{0,200}\\b${name}\\b`, 'm').test(text);
}

export function isSettingsOnly(text: string): boolean {
  return hasName(text) && hasKey(text) && setting.test(text) && new Set(text.match(sizes)).size >= 2;
}

/** Those whose users write activations into settings. */
export function frameworksOfSettings(): Framework[] {
  return ['pytorch', 'keras', 'transformers', 'timm'].flatMap((id) => findFramework(id) ?? []);
}
