import { layersIn } from '../models/followModels';
import { numberOf, type Optimiser } from '../models/values';
import { defineRule } from './rule';

/** What decays weights where nothing is said: torch.optim.AdamW by 0.01. */
const decays: Readonly<Record<string, number>> = { 'torch.optim.AdamW': 0.01 };

export const preluWeightDecay = defineRule({
  id: 'prelu-weight-decay',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'Weight decay is applied to all parameters of a model that has PReLUs.',
    why: 'Decay pulls every parameter to 0, and a PReLU whose slope is 0 is a ReLU. The slopes start at 0.25 and have no reason to be small: He et al. (2015), who introduced PReLU, '
      + 'did not decay them.',
    bad: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(8, 64), nn.PReLU(), nn.Linear(64, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=1e-4)
`,
    good: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(8, 64), nn.PReLU(), nn.Linear(64, 1))
slopes = [*model[1].parameters()]
others = [*model[0].parameters(), *model[2].parameters()]
optimizer = torch.optim.SGD([
    {"params": others, "weight_decay": 1e-4},
    {"params": slopes, "weight_decay": 0.0},
], lr=0.1)
`,
    whenNot: 'Where parameters are grouped, or the decay is 0, nothing is said.',
    references: [
      { title: 'Delving Deep into Rectifiers', url: 'https://arxiv.org/abs/1502.01852' },
      { title: 'Weight decay should not be used on it', url: 'https://github.com/torch/nn/pull/165' },
    ],
  },
  *check(file) {
    for (const optimiser of file.facts.optimisers) {
      const decay = decayOf(optimiser);
      const parameters = optimiser.arguments.get('params')?.value;
      if (decay === undefined || decay <= 0 || parameters?.kind !== 'parameters') continue;
      const prelu = layersIn(parameters.of).find(({ activation }) => typeof activation === 'object' && activation.id === 'prelu');
      if (prelu === undefined) continue;
      yield {
        span: file.spanOf(optimiser.arguments.get('weight_decay')?.node ?? optimiser.node),
        message: `A weight decay of ${decay} also pulls the slopes of PReLU to 0, where PReLU is ReLU. Put them in a group without it.`,
        related: [{ span: file.spanOf(prelu.node), message: 'A PReLU of the model' }],
      };
    }
  },
});

function decayOf({ name, arguments: written }: Optimiser): number | undefined {
  const decay = written.get('weight_decay');
  if (decay) return numberOf(decay.value);
  return Object.hasOwn(decays, name) ? decays[name] : undefined;
}
