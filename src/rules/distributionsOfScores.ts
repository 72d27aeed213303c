/** Distributions that take what may be negative for probabilities, as `Categorical(self.fc(x))` of PyTorch, which takes them first, or for what is above 0. */
import type { Application, LibraryCall } from '../models/facts';
import { endingsOf, givesRawScores, originOf, rangeOf, shortName } from '../models/questions';
import { inserted, replaced } from '../documents/edit';
import type { Value } from '../models/values';
import type { Node } from '../python/syntax';
import type { Finding, Fix, RuleFile } from './rule';

/** Libraries whose distributions take probabilities alone. */
const withoutLogits = /^(paddle|mindspore)\./;
const distributions = /\.(distributions?|substrates)\.(\w+\.)*(OneHot|Relaxed\w*)?(Categorical|Bernoulli)$|^distrax\.(OneHot)?(Categorical|Bernoulli)$/;
/** They take probabilities first; those that are relaxed a temperature. */
const probabilitiesFirst = /^(torch|pyro|numpyro)\..*\.(OneHot)?(Categorical|Bernoulli)$/;

export function* distributionsOfScores(file: RuleFile): Iterable<Finding> {
  for (const call of file.facts.libraryCalls) {
    const written = distributions.test(call.name) ? probabilitiesOf(call) : undefined;
    const endings = written === undefined ? [] : endingsOf(written.value, { selections: true });
    const [first] = endings;
    if (written === undefined || first === undefined || !endings.every((ending) => ending !== undefined && mayBeNegative(ending))) continue;
    const maySayLogits = endings.every(isLogit) && !withoutLogits.test(call.name);
    yield {
      span: file.spanOf(written.node),
      message: `${shortName(call.name)} takes probabilities here, but ${told(first)}.${maySayLogits ? ' Pass them as logits.' : ''}`,
      related: [{ span: file.spanOf(originOf(first)), message: 'What gives them' }],
      fix: maySayLogits ? asLogits(file, written.node, call) : undefined,
    };
  }
}

/** What is above 0 in distributions, by name and by place. */
const positive: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Normal: { scale: '1' }, LogNormal: { scale: '1' }, Laplace: { scale: '1' }, Cauchy: { scale: '1' }, Gumbel: { scale: '1' }, Logistic: { scale: '1' }, HalfNormal: { scale: '0' },
  Gamma: { concentration: '0', rate: '1' }, Beta: { concentration1: '0', concentration0: '1' }, Dirichlet: { concentration: '0' }, Poisson: { rate: '0' }, Exponential: { rate: '0' },
};
const ofPositives = /\.(?:distributions?|substrates)\.(?:\w+\.)*([A-Z]\w+)$|^distrax\.([A-Z]\w+)$/;

/** `Normal(mean, self.std(h))`: a standard deviation is above 0, and raw scores need not be. */
export function* scalesOfScores(file: RuleFile): Iterable<Finding> {
  for (const call of file.facts.libraryCalls) {
    const [, named, ofDistrax] = ofPositives.exec(call.name) ?? [];
    const name = named ?? ofDistrax ?? '';
    for (const [argument, place] of Object.entries(Object.hasOwn(positive, name) ? positive[name] ?? {} : {})) {
      const written = call.arguments.get(argument) ?? call.arguments.get(place);
      const endings = written === undefined ? [] : endingsOf(written.value, { selections: true });
      const [first] = endings;
      if (written === undefined || first === undefined || !endings.every((ending) => ending !== undefined && mayBeNegative(ending))) continue;
      yield {
        span: file.spanOf(written.node), confidence: 'likely',
        message: `${name} takes a ${argument} above 0, but ${told(first)}. Take softplus or exp of it.`,
        related: [{ span: file.spanOf(originOf(first)), message: 'What gives it' }],
      };
    }
  }
}

function probabilitiesOf({ name, arguments: written }: LibraryCall): { readonly value: Value; readonly node: Node } | undefined {
  return written.get('probs') ?? (probabilitiesFirst.test(name) ? written.get('0') : undefined);
}

function mayBeNegative(ending: Application): boolean {
  if (ending.activation === undefined) return givesRawScores(ending);
  const range = rangeOf(ending.activation);
  return range !== undefined && range.from < 0;
}

/** Raw scores, and logarithms of probabilities. */
function isLogit(ending: Application | undefined): boolean {
  return ending !== undefined && (ending.activation === undefined || ending.activation.id === 'log-softmax');
}

function told({ activation }: Application): string {
  if (activation === undefined) return 'these are the raw scores of a layer and may be negative';
  return activation.id === 'log-softmax' ? 'log_softmax gives their logarithms, which are never positive' : `what ${activation.id} gives may be negative`;
}

function asLogits({ tree }: RuleFile, argument: Node, { arguments: written }: LibraryCall): Fix | undefined {
  if (!written.has('probs')) return { title: 'Pass them as logits', edits: [inserted(tree.start(argument), 'logits=')] };
  const start = tree.start(tree.parent(argument));
  return { title: 'Pass them as logits', edits: [replaced(start, start + 'probs'.length, 'logits')] };
}
