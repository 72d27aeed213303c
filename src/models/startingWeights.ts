/** With which weights the file has the hidden layers of a model start, where it says so of all of them and says the same. */
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Application, Facts, Initialisation, Model } from './facts';
import { hasWeights, layersInitialised, shortName } from './questions';
import { constantOf, numberOf, stringOf, type Layer } from './values';

export interface StartingWeights {
  /** The standard deviation of a weight times the root of the number of inputs, for layers of equal width. */
  readonly gain: number;
  /** The kind that it is known as. */
  readonly name: 'he' | 'xavier' | 'lecun' | undefined;
  /** As the file has it: `kaiming_normal_`. */
  readonly code: string;
}

/** Undefined where nothing is said, where layers differ, and for what depends on the width or is not known. */
export function startingWeights(tree: SyntaxTree, facts: Facts, model: Model): StartingWeights | undefined {
  const starts = hiddenLayers(model).map((layer) => startOf(tree, facts, layer));
  const [first] = starts;
  return first && starts.every((start) => start?.gain === first.gain && start.name === first.name) ? first : undefined;
}

/** The last one makes the output. */
function hiddenLayers({ applications }: Model): Layer[] {
  const layers = applications.filter(hasWeights).flatMap(({ layer }: Application) => layer ?? []);
  return [...new Set(layers.length > 1 ? layers.slice(0, -1) : layers)];
}

function startOf(tree: SyntaxTree, facts: Facts, layer: Layer): StartingWeights | undefined {
  const written = layer.arguments.get('kernel_initializer');
  if (written !== undefined) return startNamed(constantOf(written.value) ?? calledAt(facts, written.node));
  const filling = facts.initialisations.filter((each) => layersInitialised([layer], each).length > 0);
  const [only, ...others] = filling;
  return only && others.length === 0 && hasNoBiases(facts, layer) ? startFilled(tree, facts, only) : undefined;
}

/** Biases that are filled with anything but zeros are part of how a layer starts. */
function hasNoBiases(facts: Facts, layer: Layer): boolean {
  const fills = facts.initialisations.filter((each) => layersInitialised([layer], each, 'bias').length > 0);
  return fills.every(({ name, arguments: passed }) => /\.zeros_?$/.test(name) || (/\.constant_?$/.test(name) && numberOf((passed.get('val') ?? passed.get('1'))?.value) === 0));
}

function calledAt(facts: Facts, node: Node): string | undefined {
  return facts.libraryCalls.find((call) => call.node === node)?.name;
}

/** `he_normal`, `keras.initializers.HeNormal` */
function startNamed(written: unknown): StartingWeights | undefined {
  if (typeof written !== 'string') return undefined;
  const code = shortName(written);
  const [, kind] = /^(he|glorot|lecun)_?(?:normal|uniform)$/i.exec(code) ?? [];
  switch (kind?.toLowerCase()) {
    case 'he': return { gain: Math.SQRT2, name: 'he', code };
    case 'glorot': return { gain: 1, name: 'xavier', code };
    case 'lecun': return { gain: 1, name: 'lecun', code };
    default: return undefined;
  }
}

/** `nn.init.kaiming_normal_(w, nonlinearity="relu")`, `nn.init.xavier_uniform_(w, gain=2)`; other gains than the usual ones have no name. */
function startFilled(tree: SyntaxTree, facts: Facts, initialisation: Initialisation): StartingWeights | undefined {
  const code = shortName(initialisation.name);
  const [, kind] = /^(kaiming|xavier)_(?:normal|uniform)_?$/.exec(code) ?? [];
  if (kind === 'kaiming') {
    const gain = kaimingGain(initialisation);
    return gain === undefined ? undefined : { gain, name: gain === Math.SQRT2 ? 'he' : undefined, code };
  }
  const gain = kind === 'xavier' ? xavierGain(tree, facts, initialisation) : undefined;
  return gain === undefined ? undefined : { gain, name: gain === 1 ? 'xavier' : undefined, code };
}

/** Both ways of counting connections agree where all layers have the same width. */
function kaimingGain({ arguments: passed }: Initialisation): number | undefined {
  const [slope, nonlinearity] = [passed.get('a') ?? passed.get('1'), passed.get('nonlinearity') ?? passed.get('3')];
  const name = nonlinearity === undefined ? 'leaky_relu' : stringOf(nonlinearity.value);
  const a = slope === undefined ? 0 : numberOf(slope.value);
  return name === undefined || a === undefined ? undefined : recommendedGain(name, a);
}

function xavierGain(tree: SyntaxTree, facts: Facts, { arguments: passed }: Initialisation): number | undefined {
  const written = passed.get('gain') ?? passed.get('1');
  if (written === undefined) return 1;
  const call = tree.kind(written.node) === Kind.Call ? facts.libraryCalls.find(({ node }) => node === written.node) : undefined;
  if (call === undefined || !/\.calculate_gain$/.test(call.name)) return numberOf(written.value);
  const [name, slope] = [call.arguments.get('nonlinearity') ?? call.arguments.get('0'), call.arguments.get('param') ?? call.arguments.get('1')];
  // Its slope is 0.01 where none is given, unlike that of the initialiser.
  return recommendedGain(stringOf(name?.value) ?? '', slope === undefined ? 0.01 : numberOf(slope.value) ?? NaN);
}

/** What PyTorch's `calculate_gain` gives. */
function recommendedGain(nonlinearity: string, slope: number): number | undefined {
  switch (nonlinearity) {
    case 'relu': return Math.SQRT2;
    case 'leaky_relu': return Number.isNaN(slope) ? undefined : Math.sqrt(2 / (1 + slope * slope));
    case 'tanh': return 5 / 3;
    case 'selu': return 3 / 4;
    case 'linear':
    case 'sigmoid': return 1;
    default: return undefined;
  }
}
