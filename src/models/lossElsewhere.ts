/** The output of a model that its file only makes: the loss it is trained with is in another file. */
import type { SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { modelsEndingWith, nameGiven } from './endings';
import type { Application, Facts, Model } from './facts';
import { constantArgument, consumersOf, lastOperation, shortName } from './questions';
import { isUse } from './stack';
import type { Situation } from './situation';
import type { Layer, Value } from './values';
import type { OperationKind } from './vocabulary/vocabulary';

const endings = new Set(['softmax', 'log-softmax', 'sigmoid']);
/** Whatever a file calls a loss. */
const losses = /loss|criterion|entropy|compile\(|prepare\(/i;

export function endOfUntrained(tree: SyntaxTree, usage: Usage, facts: Facts): Pick<Situation, 'role' | 'lossInput'> | undefined {
  if (!endings.has(usage.activation) || facts.losses.length > 0 || facts.compilations.length > 0) return undefined;
  const uses = facts.applications.filter((application) => isUse(tree, application, usage));
  const [model, ...others] = uses.length > 0 ? modelsEndingWith(tree, facts, usage) : [];
  if (model === undefined || [model, ...others].some((each) => isPart(tree, each)) || isInside(facts, [model, ...others], uses)) return undefined;
  if (!uses.every((use) => isOfWhole(tree, use) && consumersOf(use).every(({ kind }) => looking.has(kind))) || losses.test(tree.text)) return undefined;
  const evidence = { offset: tree.start(model.node), text: model.name };
  return { role: { value: 'output', sureness: 'likely', evidence }, lossInput: { value: 'elsewhere', sureness: 'likely', evidence } };
}

/** What only looks at an output, or picks from it. */
const looking: ReadonlySet<OperationKind> = new Set<OperationKind>(['selection', 'decision']);
/** What is a part of something larger, by its name, or learns from rewards. */
const part = /att(entio)?n|gat(e|ing)|rout|excit|squeeze|mask|encoder|block|layer(?!s)|pool|align|expert|moe|mlp|represent|embed|generator|policy|actor|critic|reward|dqn|^q|q_?(net|learn)/i;

function isPart(tree: SyntaxTree, { name, node }: Model): boolean {
  return part.test(name) || part.test(nameGiven(tree, node));
}

/** Whether another model goes on behind it. */
function isInside({ models }: Facts, ending: readonly Model[], uses: readonly Application[]): boolean {
  return models.some((model) => !ending.includes(model) && model.applications.some((application) => uses.includes(application)));
}

/** Whether what is before it shows that the model is a whole: gates and weights have as many units as what they are for. */
function isOfWhole(tree: SyntaxTree, { activation, layer, inputs: [input], output }: Application): boolean {
  const id = activation?.id;
  if (id === 'log-softmax' || (id === 'sigmoid' && input !== undefined && isOfOne(input))) return true;
  const before = layer && layer.layer.type !== 'activation' ? layer : input && lastOperation(input)?.layer;
  if (before?.layer.type !== 'linear') return false;
  if (id === 'softmax') return (before.units ?? 0) > 1 || countsClasses(tree, before);
  if (id !== 'sigmoid') return false;
  // An image that is put into shape may be judged by another model.
  const isLast = output.kind === 'tensor' && output.uses.length === 0;
  return before.units === 1 || countsClasses(tree, before) || (isLast && before.name.startsWith('keras.layers.'));
}

/** `sigmoid(x.squeeze(1))`: what loses its last axis so had one value there. */
function isOfOne(input: Value): boolean {
  const source = input.kind === 'tensor' ? input.source : undefined;
  const axis = source && (constantArgument(source, 'dim') ?? constantArgument(source, 'axis'));
  return source !== undefined && shortName(source.name) === 'squeeze' && (axis === 1 || axis === -1);
}

const counts = /class|label|categor|vocab|tags?\b/i;

function countsClasses(tree: SyntaxTree, { layer, arguments: written }: Layer): boolean {
  const units = layer.units === undefined ? undefined : written.get(layer.units);
  return units !== undefined && counts.test(tree.textOf(units.node));
}
