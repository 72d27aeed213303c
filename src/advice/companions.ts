/**
 * What the code around an activation has to become with it, where it is written there: the initialiser of the layer before, and
 * the dropout behind. SELU goes with LeCun's weights and AlphaDropout, ReLU and its kin with He's, tanh and sigmoid with Glorot's.
 * What did not fit the old activation either is left as it is.
 */
import { replaced, type Edit } from '../documents/edit';
import type { Application, Facts, Initialisation } from '../models/facts';
import { consumersOf, endingsOf, hasWeights, lastOperation, layersInitialised } from '../models/questions';
import { isOf } from '../models/stack';
import { stringOf, type Layer, type Value } from '../models/values';
import { namesOf } from '../python/names';
import { callArguments, calleeOf, nameRange } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Choice } from './phrases';
import { reach } from './reach';
import { quoteOf } from './replacement';

type Family = 'he' | 'glorot' | 'lecun';

const families: Readonly<Partial<Record<string, Family>>> = {
  selu: 'lecun', tanh: 'glorot', sigmoid: 'glorot', softsign: 'glorot', 'hard-tanh': 'glorot',
  ...Object.fromEntries(['relu', 'relu6', 'leaky-relu', 'prelu', 'rrelu', 'elu', 'gelu', 'gelu-tanh', 'silu', 'mish', 'hard-swish'].map((id) => [id, 'he' as const])),
};

interface Change {
  readonly tree: SyntaxTree;
  readonly facts: Facts;
  readonly usage: Usage;
  readonly choice: Choice;
  readonly from: Family | undefined;
  readonly to: Family | undefined;
}

/** The edits beside the one of the activation itself. */
export function companionEdits(tree: SyntaxTree, facts: Facts, usage: Usage, choice: Choice): readonly Edit[] {
  const change: Change = { tree, facts, usage, choice, from: families[usage.activation], to: families[choice.activation] };
  const applied = facts.applications.filter((application) => isOf(tree, application, usage));
  const found = [...applied.flatMap((application) => [...initialiserOfKeras(change, application), ...dropoutBehind(change, application)]), ...initialisersOfPyTorch(change)];
  return found.filter(({ span }, place) => found.findIndex((other) => other.span.start === span.start && other.span.end === span.end) === place);
}

const ofKeras: Readonly<Record<Family, string>> = { he: 'he', glorot: 'glorot', lecun: 'lecun' };
const classesOfKeras: Readonly<Record<Family, string>> = { he: 'He', glorot: 'Glorot', lecun: 'Lecun' };

/** `kernel_initializer="he_normal"` or `keras.initializers.HeNormal()` of the layer that has the activation, or stands before it. */
function initialiserOfKeras({ tree, from, to }: Change, application: Application): readonly Edit[] {
  const layer = layerBefore(application);
  const written = layer?.name.startsWith('keras.layers.') === true ? layer.arguments.get('kernel_initializer') : undefined;
  if (written === undefined || from === undefined || to === undefined || from === to) return [];
  const { node } = written;
  const [old, next] = [ofKeras, classesOfKeras].map((words) => [words[from], words[to]] as const)[tree.kind(node) === Kind.String ? 0 : 1] ?? ['', ''];
  const range = tree.kind(node) === Kind.String ? { start: tree.start(node), end: tree.end(node) } : nameRange(tree, tree.kind(node) === Kind.Call ? calleeOf(tree, node) : node);
  const match = range && new RegExp(`^["']?${old}(?=_?(normal|uniform))`, 'i').exec(tree.text.slice(range.start, range.end));
  if (!range || !match) return [];
  const start = range.start + match[0].length - old.length;
  return [replaced(start, start + old.length, next)];
}

function layerBefore({ layer, inputs: [input] }: Application): Layer | undefined {
  if (layer && layer.layer.type !== 'activation') return layer;
  const before = input && lastOperation(input);
  return before && hasWeights(before) ? before.layer : undefined;
}

/** `nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")`, where nothing but this activation follows on the layers. */
function initialisersOfPyTorch(change: Change): readonly Edit[] {
  const { tree, facts, usage, from, to } = change;
  if (from === undefined || to === undefined) return [];
  return facts.initialisations.flatMap((initialisation) => {
    // In a loop over layers, the same call fills each of them.
    const filled = facts.initialisations.filter(({ node }) => node === initialisation.node).flatMap((each) => layersInitialised(facts.layers, each));
    const following = facts.applications.filter(({ layer, kind }) => layer && kind !== 'activation' && filled.includes(layer)).flatMap(consumersOf)
      .filter((next) => next.activation !== undefined && consumersOf(next).some(hasWeights));
    const isOnly = following.length > 0 && following.every((next) => isOf(tree, next, usage));
    return isOnly && familyOf(initialisation) === from ? rewritten(change, initialisation, to) : [];
  });
}

function familyOf({ name, arguments: written }: Initialisation): Family | undefined {
  if (/\bxavier_(normal|uniform)_$/.test(name)) return 'glorot';
  if (!/\bkaiming_(normal|uniform)_$/.test(name)) return undefined;
  const nonlinearity = written.get('nonlinearity');
  const text = nonlinearity === undefined ? 'leaky_relu' : stringOf(nonlinearity.value);
  return text === 'linear' ? 'lecun' : text === 'relu' || text === 'leaky_relu' ? 'he' : undefined;
}

function rewritten({ tree, choice }: Change, { name, node }: Initialisation, to: Family): readonly Edit[] {
  const callee = calleeOf(tree, node);
  const [weights, ...others] = callArguments(tree, node);
  if (tree.kind(callee) !== Kind.Attribute || weights === undefined || weights.stars > 0 || tree.text.slice(tree.start(node), tree.end(node)).includes('#')) return [];
  const module = tree.textOf(tree.firstChild(callee));
  const distribution = name.includes('uniform') ? 'uniform' : 'normal';
  const kept = to === 'glorot' ? [] : others.filter(({ keyword }) => keyword === 'mode').map((argument) => tree.textOf(argument.node));
  const written = [tree.textOf(weights.node), ...kept, ...argumentsFor(choice, to, module, quoteOf(tree))].join(', ');
  const code = `${module}.${to === 'glorot' ? 'xavier' : 'kaiming'}_${distribution}_(${written})`;
  return code === tree.textOf(node) ? [] : [replaced(tree.start(node), tree.end(node), code)];
}

function argumentsFor({ activation, parameters }: Choice, to: Family, module: string, quote: string): readonly string[] {
  const named = (text: string): string => `nonlinearity=${quote}${text}${quote}`;
  if (to === 'lecun') return [named('linear')];
  if (to === 'glorot') return activation === 'tanh' ? [`gain=${module}.calculate_gain(${quote}tanh${quote})`] : [];
  return activation === 'leaky-relu' ? [`a=${String(parameters['negativeSlope'] ?? 0.01)}`, named('leaky_relu')] : [named('relu')];
}

const toAlpha: Readonly<Record<string, string>> = { Dropout: 'AlphaDropout', dropout: 'alpha_dropout' };
const fromAlpha: Readonly<Record<string, string>> = { AlphaDropout: 'Dropout', alpha_dropout: 'dropout' };

/** The dropout that takes what the activation gives, and nothing else. */
function dropoutBehind({ tree, facts, usage, choice }: Change, { output }: Application): readonly Edit[] {
  const names = choice.activation === 'selu' ? toAlpha : usage.activation === 'selu' ? fromAlpha : {};
  if (output.kind !== 'tensor') return [];
  return output.uses.filter(({ kind }) => kind === 'dropout').flatMap(({ layer, node }) => {
    const all = facts.applications.filter((other) => (layer ? other.layer === layer : other.node === node));
    const isOnly = all.every(({ inputs: [input] }) => isFrom(tree, input, usage));
    return isOnly ? renamed(tree, calleeOf(tree, layer?.node ?? node), names) : [];
  });
}

function isFrom(tree: SyntaxTree, input: Value | undefined, usage: Usage): boolean {
  return input !== undefined && endingsOf(input).every((ending) => ending !== undefined && isOf(tree, ending, usage));
}

/** By an import that is there, or one that is added. */
function renamed(tree: SyntaxTree, callee: Node, names: Readonly<Record<string, string>>): readonly Edit[] {
  const qualified = namesOf(tree).qualifiedName(callee) ?? '';
  const [module, leaf] = [qualified.slice(0, qualified.lastIndexOf('.')), qualified.slice(qualified.lastIndexOf('.') + 1)];
  const next = Object.hasOwn(names, leaf) ? names[leaf] : undefined;
  const reached = next === undefined ? undefined : reach(tree, tree.start(callee), [`${module}.${next}`]);
  if (reached === undefined) return [];
  return [replaced(tree.start(callee), tree.end(callee), reached.code), ...(reached.importEdit ? [reached.importEdit] : [])];
}
