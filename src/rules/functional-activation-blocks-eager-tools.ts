import { Kind, NONE } from '../python/syntax';
import { basesOf } from '../python/parts';
import type { Usage } from '../usages/usage';
import { shortName } from '../models/questions';
import { defineRule, type RuleFile } from './rule';

/** What the fusions of eager mode have a module for. */
const fused: ReadonlySet<string> = new Set(['torch.nn.functional.relu', 'torch.relu', 'torch.nn.functional.relu_', 'torch.relu_', 'torch.nn.functional.relu6']);

export const functionalActivationBlocksEagerTools = defineRule({
  id: 'functional-activation-blocks-eager-tools',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'A model that is quantised in eager mode applies ReLU as a function instead of as a module.',
    why: 'Eager mode sees modules only: `fuse_modules` can join `conv`, `bn` and an nn.ReLU into one kernel, but an F.relu stays outside, and its input is quantised '
      + 'once more, to 8 bits over negative values of which all become 0.',
    bad: `import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)

    def forward(self, x):
        return F.relu(self.conv(x))


torch.ao.quantization.prepare(Net(), inplace=True)
`,
    good: `import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.relu(self.conv(x))


net = torch.ao.quantization.fuse_modules(Net(), [["conv", "relu"]])
torch.ao.quantization.prepare(net, inplace=True)
`,
    whenNot: 'Quantisation that traces the graph (FX, PT2E) fuses functions as well.',
    references: [
      { title: 'PyTorch: which modules can be fused', url: 'https://github.com/pytorch/pytorch/pull/38438' },
      { title: 'PyTorch: the design of fusion', url: 'https://github.com/pytorch/pytorch/pull/23003' },
    ],
  },
  *check(file) {
    const tool = file.usages.some(isFused) ? toolOf(file) : undefined;
    if (tool === undefined) return;
    for (const usage of file.usages) {
      if (!isFused(usage) || !isInModule(file, usage)) continue;
      yield { span: usage.span, message: `${tool} of eager mode sees modules only and leaves this ${shortName(usage.symbol)} unfused. Apply an nn.ReLU instead.` };
    }
  },
});

function isFused({ symbol, form }: Usage): boolean {
  return form === 'function' && fused.has(symbol);
}

function toolOf({ facts }: RuleFile): string | undefined {
  if (facts.libraryCalls.some(({ name }) => /quantize_fx|quantize_pt2e|prepare_(qat_)?(fx|pt2e)$/.test(name))) return undefined;
  const tool = facts.libraryCalls.find(({ name }) => /^torch\.(ao\.)?quantization\.(fuse_modules(_qat)?|prepare|prepare_qat)$/.test(name));
  return tool && shortName(tool.name);
}

/** In a method of a class that is derived from something, as modules are. */
function isInModule({ tree, names, nodeOf }: RuleFile, usage: Usage): boolean {
  const method = names.enclosingDefinition(nodeOf(usage));
  const owner = method === NONE ? NONE : names.enclosingDefinition(method);
  return owner !== NONE && tree.kind(owner) === Kind.ClassDef && basesOf(tree, owner).length > 0;
}
