import { applicationsOf } from '../models/applicationsAt';
import type { Application } from '../models/facts';
import { areExclusive, shortName } from '../models/questions';
import type { Layer } from '../models/values';
import { placeOf } from './places';
import { defineRule, type RuleFile } from './rule';

export const sharedActivationModule = defineRule({
  id: 'shared-activation-module',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'One activation module is applied in several places, in a file that uses hooks, attributions or eager quantisation on its modules.',
    why: 'Such tools know modules, not calls. A hook on an nn.ReLU that is applied twice runs twice in each pass, and DeepLift, which keeps one input and one '
      + 'output for each module, either stops with an error or gives wrong attributions.',
    bad: `from captum.attr import DeepLift
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3)
        self.conv2 = nn.Conv2d(8, 8, 3)
        self.relu = nn.ReLU()

    def forward(self, x):
        x = self.relu(self.conv1(x))
        return self.relu(self.conv2(x))


attribution = DeepLift(Net())
`,
    good: `from captum.attr import DeepLift
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 3)
        self.conv2 = nn.Conv2d(8, 8, 3)
        self.relu1 = nn.ReLU()
        self.relu2 = nn.ReLU()

    def forward(self, x):
        x = self.relu1(self.conv1(x))
        return self.relu2(self.conv2(x))


attribution = DeepLift(Net())
`,
    whenNot: 'In plain training and inference sharing is harmless, and tools that trace the graph (FX, PT2E) tell the calls apart. Weights are not concerned: an activation '
      + 'without parameters is not in the state_dict.',
    references: [
      { title: 'Captum: modules that are used twice', url: 'https://github.com/meta-pytorch/captum/issues/578' },
      { title: 'Captum: wrong attributions without an error', url: 'https://github.com/meta-pytorch/captum/issues/1082' },
      { title: "CLIP: don't reuse nn.ReLU modules", url: 'https://github.com/openai/CLIP/pull/239' },
    ],
  },
  *check(file) {
    const tool = toolOf(file);
    if (tool === undefined) return;
    for (const layer of file.facts.layers) {
      const usage = layer.layer.type === 'activation' && layer.activation !== 'unknown' ? layer.activation?.usage : undefined;
      if (usage === undefined || usage.activation === 'prelu' || !layer.name.startsWith('torch.nn.')) continue;
      const places = placesIn(file, layer);
      if (places.length < 2) continue;
      yield {
        span: usage.span,
        message: `This ${shortName(layer.name)} is applied in ${places.length} places; ${tool} cannot tell them apart. Make one for each.`,
        related: places.map((place) => ({ span: placeOf(file, place), message: 'It is applied here' })),
      };
    }
  },
});

const hooks = /^register_(full_)?(module_)?(forward|backward)(_pre)?_hook$/;

/** What in this file takes modules one by one. */
function toolOf({ facts, names }: RuleFile): string | undefined {
  const { libraryCalls, methodCalls } = facts;
  if (libraryCalls.some(({ name }) => /quantize_fx|quantize_pt2e|\bprepare_(qat_)?fx$/.test(name))) return undefined;
  if (names.importedRoots.has('captum')) return 'Captum';
  const hook = methodCalls.find(({ name }) => hooks.test(name));
  if (hook) return 'a hook';
  const fusion = libraryCalls.find(({ name }) => /^torch\.(ao\.)?quantization\.(fuse_modules|prepare|prepare_qat)$/.test(name));
  return fusion && shortName(fusion.name);
}

/** Several calls of one object in one run of the method that applies it, each place once; the steps of a loop are one. */
function placesIn({ facts }: RuleFile, layer: Layer): readonly Application[] {
  const found: Application[] = [];
  for (const application of applicationsOf(facts, layer)) {
    if (application.run.self?.kind !== 'instance') continue;
    const isNew = found.every((other) => other.node !== application.node && other.run.self === application.run.self && !areExclusive(other, application));
    if (isNew) found.push(application);
  }
  return found;
}
