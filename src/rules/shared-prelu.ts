import { applicationsOf } from '../models/applicationsAt';
import type { Application } from '../models/facts';
import { areExclusive, shortName } from '../models/questions';
import { itemsOf, type Layer, type Value } from '../models/values';
import { calleeOf } from '../python/parts';
import { Kind } from '../python/syntax';
import type { Span } from '../usages/usage';
import { placeOf } from './places';
import { defineRule, type Related, type RuleFile } from './rule';

export const sharedPrelu = defineRule({
  id: 'shared-prelu',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'never',
  documentation: {
    what: 'One PReLU, whose slope is learned, stands in several places of a model.',
    why: 'The places share one slope: `[nn.PReLU()] * 8` has 1 parameter, not 8. A slope that suits one depth is forced on all others, and their gradients are added.',
    bad: `from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(16, 16, 3)
        self.conv2 = nn.Conv2d(16, 16, 3)
        self.act = nn.PReLU()

    def forward(self, x):
        x = self.act(self.conv1(x))
        return self.act(self.conv2(x))
`,
    good: `from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(16, 16, 3)
        self.conv2 = nn.Conv2d(16, 16, 3)
        self.act1 = nn.PReLU()
        self.act2 = nn.PReLU()

    def forward(self, x):
        x = self.act1(self.conv1(x))
        return self.act2(self.conv2(x))
`,
    whenNot: 'Where the slope is meant to be shared, say so in a comment with the word "shared". The same step repeated in a loop, as in a recurrent network, is no fault.',
    references: [
      { title: 'One PReLU passed to all sub-networks', url: 'https://github.com/swz30/MPRNet/issues/76' },
      { title: 'PyTorch: PReLU', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.PReLU.html' },
    ],
  },
  *check(file) {
    const [supposed, repeated] = [supposedIn(file), repeatsIn(file)];
    for (const layer of file.facts.layers) {
      if (layer.layer.type !== 'activation' || layer.activation === 'unknown' || layer.activation?.id !== 'prelu') continue;
      if (saysShared(file, layer)) continue;
      const repeats = repeated.get(layer) ?? 0;
      const places = placesOf(file, layer, supposed);
      if (repeats < 2 && places.length < 2) continue;
      const span = layer.activation.usage?.span ?? file.spanOf(layer.node);
      const where = repeats >= 2 ? `stands ${repeats} times among these layers` : `is applied in ${places.length} places`;
      yield {
        span,
        message: `The same ${shortName(layer.name)} ${where}: they share one learned slope. Make one for each place.`,
        related: repeats >= 2 ? [] : spansOf(file, places, span).map((at): Related => ({ span: at, message: 'It is applied here' })),
      };
    }
  },
});

/** Where the places are, each once. Those in containers, which apply their layers without a word, are where the container is applied. */
function spansOf(file: RuleFile, places: readonly Application[], made: Span): readonly Span[] {
  const spans = places.map((place) => {
    const span = placeOf(file, place);
    return span.start === made.start ? file.spanOf(place.node) : span;
  });
  return spans.filter(({ start }, index) => spans.findIndex((other) => other.start === start) === index);
}

/** How often a list of layers holds each of its layers. */
function repeatsIn({ facts }: RuleFile): ReadonlyMap<Value, number> {
  const most = new Map<Value, number>();
  for (const { items } of facts.layers.flatMap((list) => itemsOf(list) ?? [])) {
    const counts = new Map<Value, number>();
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
    for (const [item, count] of counts) most.set(item, Math.max(most.get(item) ?? 0, count));
  }
  return most;
}

/** What containers would do, each by itself, whether the file applies them or not. */
function supposedIn({ facts: { models } }: RuleFile): ReadonlySet<Application> {
  return new Set(models.flatMap(({ value, applications }) => (value.kind === 'layer' && !value.slots.values.has('outputs') ? applications : [])));
}

/**
 * Where a layer is applied, each place of each object once: a loop over time steps is one. Of places that no run has both,
 * one counts.
 */
function placesOf({ facts }: RuleFile, layer: Layer, supposed: ReadonlySet<Application>): readonly Application[] {
  const found: Application[] = [];
  const earlier: Application[] = [];
  for (const application of applicationsOf(facts, layer)) {
    if (supposed.has(application)) continue;
    const isNew = earlier.every((other) => !isSamePlace(other, application)) && found.every((other) => !areExclusive(other, application));
    if (isNew) found.push(application);
    earlier.push(application);
  }
  return found;
}

/** An item of a Sequential is one place, wherever the Sequential is applied. */
function isSamePlace(a: Application, b: Application): boolean {
  const isItem = a.run.self?.kind === 'layer';
  return a.run.self === b.run.self && (isItem || a.node === b.node);
}

/** A comment on the line of the layer or the one above that says the sharing is meant. */
function saysShared({ tree }: RuleFile, { node }: Layer): boolean {
  if (tree.kind(node) !== Kind.Call) return false;
  const lineStart = tree.text.lastIndexOf('\n', tree.start(calleeOf(tree, node))) + 1;
  const aboveStart = tree.text.lastIndexOf('\n', lineStart - 2) + 1;
  const lineEnd = tree.text.indexOf('\n', tree.end(node));
  return tree.text.slice(aboveStart, lineEnd < 0 ? undefined : lineEnd).split('\n').some((line) => /#.*\b(shar|reus|same|common)/i.test(line));
}
