/** What kind of network a model is, and how it normalises, from the layers it is built of. */
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { eitherOf } from '../usages/eitherOf';
import { callsIn, nearest, type NamedCall } from './region';
import type { Architecture, Fact, Normalisation } from './situation';

const attentionLayer = /^(Multi_?[Hh]ead(_?[Dd]ot_?[Pp]roduct)?_?([Ss]elf_?)?Attention|Transformer\w*|scaled_dot_product_attention|dot_product_attention)$/;
const convolutionLayer = /^(Depthwise|Separable)?Conv([123][dD])?(Transpose([123][dD])?)?$|^ConvTranspose[123]d$|^conv[123]d$/;
const recurrentLayer = /^(LSTM|GRU|RNN|SimpleRNN|ConvLSTM2D)(Cell)?$/;
const graphLayer = /^(GCN|GAT|SAGE|GIN|Graph)\w*Conv$/;
const denseLayer = /^(Linear|Dense|DenseGeneral|LazyLinear)$/;

const transformerName = /transformer|encoderlayer|decoderlayer|^vit\b|^gpt|^bert/i;
/** Every perceptron feeds forward; beside attention it is the part of a transformer that is called so. */
const feedForwardName = /feed_?forward|\bffn\b|^ffn/i;
const besideAttention = /transformer|self_?att|multi_?head|LayerNorm|layer_norm|rms_?norm/i;
const adversarialName = /discriminator|generator|^(dc)?gan/i;
/** Agents have critics too: only beside a generator, or with what holds its slope, one judges images. */
const criticName = /critic/i;
const besideGenerator = /discriminator|class \w*generator|\bw?gan\b|wasserstein|gradient_?penalty/i;
const besideActor = /\bactor|class \w*Actor|\bpolicy\b/i;
/** What convolutional networks are called in libraries, and what stands behind convolutions alone. */
const convolutionalName = /^(VGG|ResNe[tX]t?|Inception|MobileNet|DenseNet|EfficientNet|Xception|NASNet|ConvNeXt|SqueezeNet|AlexNet)/i;
const poolingLayer = /^(Global)?(Average|Max)Pool(ing)?[23]D$|^((Adaptive)?(Avg|Max)Pool[23]d)$/;

/** Layers tell more than names; a model that mixes kinds is what its most specific layer says. */
const byLayer: readonly (readonly [RegExp, Architecture])[] = [
  [attentionLayer, 'transformer'],
  [recurrentLayer, 'rnn'],
  [graphLayer, 'gnn'],
];

/** Of the model around a node. Beside recurrent layers a model has others, of which nothing is told by that. */
export function architectureOf(tree: SyntaxTree, model: Node, node: Node): Fact<Architecture> | undefined {
  const calls = callsIn(tree, model);
  const name = tree.kind(model) === Kind.ClassDef || tree.kind(model) === Kind.FunctionDef ? nameOf(tree, model) : '';
  const named = (value: Architecture): Fact<Architecture> => ({ value, sureness: 'likely', evidence: { offset: tree.start(model), text: name } });
  // What a function takes for one of its parts says nothing of the others.
  if (tree.kind(model) === Kind.FunctionDef && nearest(tree, node, (kind, at) => kind === Kind.Parameters || at === model) !== model) return undefined;
  if (adversarialName.test(name) || (criticName.test(name) && besideGenerator.test(tree.text) && !besideActor.test(tree.text))) return named('gan');
  for (const [layer, value] of byLayer) {
    const call = calls.find((candidate) => layer.test(candidate.name) && !isOtherTransformer(tree, candidate));
    if (call) return value === 'rnn' && recurrentAround(tree, node) === NONE ? undefined : readFrom(tree, call, value);
  }
  if (isOfTransformer(tree, model, name)) return named('transformer');
  // Scores that dense layers give are older than transformers, and in networks of every kind.
  if (/attention/i.test(name)) return undefined;
  const convolution = calls.find((candidate) => convolutionLayer.test(candidate.name));
  if (convolution) return readFrom(tree, convolution, 'cnn');
  const image = calls.find((candidate) => convolutionalName.test(candidate.name) || poolingLayer.test(candidate.name));
  if (image) return { ...readFrom(tree, image, 'cnn'), sureness: 'likely' };
  return isPartOfOther(tree, model) || edges.test(tree.textOf(model)) ? undefined : perceptron(tree, name, calls);
}

function isOfTransformer(tree: SyntaxTree, model: Node, name: string): boolean {
  return transformerName.test(name) || (feedForwardName.test(name) && besideAttention.test(tree.text)) || isBesideAttention(tree, model, name);
}

const ofBlock = /^(\w*LayerNorm(alization)?|\w*RMS_?[Nn]orm|layer_norm)$/;

/** The part of a block that has an attention beside it, and a normalisation: `self.attn, self.mlp = CausalSelfAttention(…), MLP(…)`. */
function isBesideAttention(tree: SyntaxTree, model: Node, name: string): boolean {
  if (tree.kind(model) !== Kind.ClassDef || !/mlp|feed|ff|dense/i.test(name) || !/attention/i.test(tree.text)) return false;
  return callsIn(tree, tree.root).some(({ name: called, node }) => {
    const block = called === name ? nearest(tree, node, (kind) => kind === Kind.ClassDef) : NONE;
    return block !== NONE && block !== model && isBlock(callsIn(tree, block));
  });
}

function isBlock(calls: readonly NamedCall[]): boolean {
  return calls.some(({ name }) => /^[A-Z]\w*Attention/.test(name)) && calls.some(({ name }) => ofBlock.test(name));
}

/** What only brings data into shape is called so too, and is told no sizes. */
function isOtherTransformer(tree: SyntaxTree, { name, node }: NamedCall): boolean {
  return name === 'Transformer' && callArguments(tree, node).length === 0;
}

/** The call of a recurrent layer that gets what stands at a node; `NONE` if there is none. */
export function recurrentAround(tree: SyntaxTree, node: Node): Node {
  return nearest(tree, node, (kind, at) => kind === Kind.Call && recurrentLayer.test(nameOf(tree, calleeOf(tree, at))));
}

/** What is given these mixes the nodes of a graph. */
const edges = /\b(adj(acency)?(_?mat(rix)?)?|edge_index)\b/;

/** What a perceptron has besides its dense layers. */
const besideDense = eitherOf(
  /^(Linear|Dense|DenseGeneral|LazyLinear|Sequential|SequentialCell|HybridSequential|ModuleList|LayerList|Input|InputLayer|Flatten|Reshape|Dropout|AlphaDropout|Activation|Model)$/,
  /^(\w*Norm\w*|\w*(ReLU|ELU|GELU|SiLU|Mish|Swish|Sigmoid|Tanh|Softmax|Softplus|Softsign|Identity)\w*)$/,
  /^(\w*(Loss|Error|Crossentropy|Optimizer|Initializer|Regularizer|Normal|Uniform)|SGD|Adam\w*|RMSprop|Adagrad)$/,
  /^(Tensor|Variable|Parameter|Lambda|Concatenate|Embedding)$/,
);

const otherKind = /^from_pretrained$|conv|attention|lstm|^gru|transformer|backbone|resnet|bert|encoder|block/i;

/** Agents, but neither factors nor extractors. */
const actingName = /[Pp]olic(y|ies)|Actor|(^|_)actor/;

/** Dense layers and nothing else are a perceptron; beside something that stands in another file they are the head of that. */
function perceptron(tree: SyntaxTree, name: string, calls: readonly NamedCall[]): Fact<Architecture> | undefined {
  const dense = calls.find(({ name }) => denseLayer.test(name));
  const isHead = calls.some(({ name, node }) => otherKind.test(name) || (/^[A-Z]/.test(name) && !besideDense.test(name) && isLayer(tree, node)));
  return dense && !isHead ? { ...readFrom(tree, dense, actsInEnvironment(tree) || actingName.test(name) ? learningOf(tree) : 'mlp'), sureness: 'likely' } : undefined;
}

const offPolicy = /replay_?(buffer|memory)|\b(DQN|DDQN|DDPG|TD3|SAC)\b|q_?learning|soft_?update|polyak|target_?(q|critic|actor|policy|value)?_?net/i;
const onPolicy = /\b(PPO\d?|A2C|A3C|TRPO|GAE|REINFORCE)\b|on_?policy|ppo_|clip_(coef|ratio|param|eps)|gae_lambda|discounted?_rewards|policy_?gradient/i;

/** What was found of one way to learn is no evidence for the other. Where a file has signs of both, or of none, it is neither. */
function learningOf({ text }: SyntaxTree): 'reinforcement' | 'off-policy' {
  return offPolicy.test(text) && !onPolicy.test(text) ? 'off-policy' : 'reinforcement';
}

/** Whether a file trains an agent in an environment. */
export function actsInEnvironment(tree: SyntaxTree): boolean {
  return aboutControl.test(tree.text);
}

const aboutControl = /^\s*(import|from) (gym|gymnasium|dm_control|pettingzoo|stable_baselines3?|mujoco_py|brax)\b/m;

/** `self.encoder = Encoder(…)`, `Encoder(…)(x)`, `model.add(Encoder(…))` and one in a row of layers. */
function isLayer(tree: SyntaxTree, call: Node): boolean {
  const parent = tree.parent(call);
  switch (tree.kind(parent)) {
    case Kind.Assign: return tree.kind(tree.firstChild(parent)) === Kind.Attribute;
    case Kind.Call: return calleeOf(tree, parent) === call || /^(add|append|Sequential)$/.test(nameOf(tree, calleeOf(tree, parent)));
    case Kind.List: return nameOf(tree, calleeOf(tree, tree.parent(parent))) === 'Sequential';
    default: return false;
  }
}

/** Whether another class of the file makes the model, as a block makes its feed-forward part, or another function puts it beside other layers. */
function isPartOfOther(tree: SyntaxTree, model: Node): boolean {
  const kind = tree.kind(model);
  if (kind !== Kind.ClassDef && kind !== Kind.FunctionDef) return false;
  const name = nameOf(tree, model);
  const isIn = kind === Kind.ClassDef ? isMadeInOther : isPutBesideOther;
  return callsIn(tree, tree.root).some((call) => call.name === name && isIn(tree, call.node, model));
}

function isPutBesideOther(tree: SyntaxTree, call: Node, model: Node): boolean {
  const around = nearest(tree, call, (kind) => kind === Kind.FunctionDef);
  return around !== NONE && around !== model && callsIn(tree, around).some(({ name }) => otherKind.test(name) && name !== nameOf(tree, model));
}

function isMadeInOther(tree: SyntaxTree, call: Node, model: Node): boolean {
  const around = nearest(tree, call, (kind) => kind === Kind.ClassDef);
  return around !== NONE && around !== model;
}

const normalisationLayers: readonly (readonly [RegExp, Normalisation])[] = [
  [/^(Sync)?BatchNorm(alization)?([123]d)?$/, 'batch'],
  [/^(\w*LayerNorm(alization)?|RMSNorm|layer_norm)$/, 'layer'],
  [/^(GroupNorm(alization)?|InstanceNorm[123]d)$/, 'group'],
];
/** `bn` is short for one, also in what another file defines. */
const anyNormalisation = /norm|bn(?!et)/i;
/** What is told whether or how to normalise: `use_batch_norm=True`, `norm_layer=nn.BatchNorm2d`. */
const toldToNormalise = /^(use_|with_|has_)?(batch|layer|group|instance|weight)?_?norm(alization)?(_layer|_type|_fn|_func)?$|^use_bn$/;

export function normalisationOf(tree: SyntaxTree, model: Node): Fact<Normalisation> | undefined {
  const calls = callsIn(tree, model);
  for (const [layer, value] of normalisationLayers) {
    const call = calls.find(({ name }) => layer.test(name));
    if (call) return readFrom(tree, call, value);
  }
  const hasLayers = calls.some(({ name }) => denseLayer.test(name) || convolutionLayer.test(name));
  // A layer that another class of the file normalises, as a block does for its feed-forward part, is not without one.
  if (!hasLayers || isToldToNormalise(tree, model) || callsIn(tree, tree.root).some(({ name }) => anyNormalisation.test(name))) return undefined;
  return { value: 'none', sureness: 'likely' };
}

function isToldToNormalise(tree: SyntaxTree, model: Node): boolean {
  for (let node = tree.firstInside(model); node <= model; node++) {
    const kind = tree.kind(node);
    if ((kind === Kind.Parameter || kind === Kind.KeywordArgument) && toldToNormalise.test(nameOf(tree, node))) return true;
  }
  return false;
}

function readFrom<T extends string>(tree: SyntaxTree, call: NamedCall, value: T): Fact<T> {
  return { value, sureness: 'read', evidence: { offset: tree.start(call.node), text: call.name } };
}
