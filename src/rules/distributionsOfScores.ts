/** Distributions that take what may be negative for probabilities: `Categorical(self.fc(x))` of PyTorch, which takes them first. */
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
