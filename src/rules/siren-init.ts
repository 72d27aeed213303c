import type { Application, Model } from '../models/facts';
import { consumersOf, hasWeights, lastOperation } from '../models/questions';
import { defineRule, type RuleFile } from './rule';

const fewestLayers = 2;

export const sirenInit = defineRule({
  id: 'siren-init',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'Hidden layers have a sine as their activation and the default weights of PyTorch.',
    why: 'A network of sines (SIREN) computes sin(ω0 (W x + b)) with ω0 = 30 and hidden weights in ±√(6/n)/ω0. PyTorch\'s default is ±1/√n: with ω0 = 30 that is 12 times too '
      + 'wide, and without ω0 it is 2.4 times too narrow, in every layer.',
    bad: `import torch
from torch import nn


class Field(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2, 256)
        self.b = nn.Linear(256, 256)
        self.c = nn.Linear(256, 3)

    def forward(self, x):
        x = torch.sin(30 * self.a(x))
        x = torch.sin(30 * self.b(x))
        return self.c(x)
`,
    good: `import torch
from torch import nn


class Field(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(2, 256)
        self.b = nn.Linear(256, 256)
        self.c = nn.Linear(256, 3)
        nn.init.uniform_(self.a.weight, -1 / 2, 1 / 2)
        for layer in (self.b, self.c):
            bound = (6 / 256) ** 0.5 / 30
            nn.init.uniform_(layer.weight, -bound, bound)

    def forward(self, x):
        x = torch.sin(30 * self.a(x))
        x = torch.sin(30 * self.b(x))
        return self.c(x)
`,
    whenNot: 'Sines of the input, as positional encodings and Fourier features have them, are no activations. The input should lie in [-1, 1].',
    references: [
      { title: 'Implicit Neural Representations with Periodic Activation Functions', url: 'https://arxiv.org/abs/2006.09661' },
      { title: 'Slow and worse without the weights of the first layer', url: 'https://github.com/lucidrains/siren-pytorch/issues/1' },
    ],
  },
  *check(file) {
    if (!/\bsin\b/.test(file.text) || !file.facts.isComplete || isInitialised(file)) return;
    for (const model of file.facts.models) {
      const sines = hiddenSines(model);
      const [first] = sines;
      if (first === undefined || sines.length < fewestLayers || encoding.test(file.names.scopePath(first.node))) continue;
      yield {
        span: file.spanOf(first.layer?.node ?? first.node),
        message: `${sines.length} hidden layers with a sine have PyTorch's default weights, ±1/√n. SIREN takes ±√(6/n)/ω0 for sin(ω0 x), with ω0 = 30: narrower by 12 than the default.`,
      };
    }
  },
});

const encoding = /encod|embed|position|fourier|time/i;

/** By whatever: a function of another file may do it as well. */
function isInitialised({ facts, text }: RuleFile): boolean {
  const code = text.replaceAll(/#[^\n]*/g, '');
  return facts.initialisations.length > 0 || /\.(uniform|normal)_?\(|\binit\.|init_weights|_init\(|initiali[sz]|\.weight\b/i.test(code);
}

/** Between two layers with weights. */
function hiddenSines({ applications }: Model): readonly Application[] {
  return applications.filter((application) => isSine(application) && application.inputs.some((input) => isLinear(lastOperation(input))) && consumersOf(application).some(hasWeights));
}

function isSine({ kind, name, activation }: Application): boolean {
  return activation?.id === 'sine' || (kind === 'custom' && /^(torch\.)?sin$/.test(name));
}

/** `self.a(x)` or `30 * self.a(x)` */
function isLinear(application: Application | undefined): boolean {
  if (application?.kind !== 'arithmetic') return application?.kind === 'linear' && application.layer?.name === 'torch.nn.Linear';
  return application.inputs.some((input) => {
    const scaled = lastOperation(input);
    return scaled?.kind === 'linear' && isLinear(scaled);
  });
}
