import type { LibraryCall, Model } from '../models/facts';
import { constantArgument } from '../models/questions';
import { onnxOperators } from '../frameworks/operators';
import { placeOf } from './places';
import { defineRule, type RuleFile } from './rule';

/** Those that an exporter writes as one operator wherever the opset has it. */
const written: ReadonlySet<string> = new Set(['gelu', 'gelu-tanh', 'mish', 'hard-swish', 'celu']);

export const onnxOpsetActivation = defineRule({
  id: 'onnx-opset-activation',
  severity: 'information',
  confidence: 'hint',
  fixable: 'never',
  documentation: {
    what: 'A model is exported to an opset of ONNX that has no operator for one of its activations.',
    why: 'ONNX has HardSwish since opset 14, Mish since 18 and Gelu since 20. Below that each is written as several operators, which a runtime may not join again: '
      + 'Mish below 18 is a Softplus, a Tanh and a Mul.',
    bad: `import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Hardswish(), nn.Conv2d(8, 8, 3))
torch.onnx.export(model, torch.zeros(1, 3, 32, 32), "model.onnx", opset_version=13)
`,
    good: `import torch
from torch import nn

model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Hardswish(), nn.Conv2d(8, 8, 3))
torch.onnx.export(model, torch.zeros(1, 3, 32, 32), "model.onnx", opset_version=14)
`,
    whenNot: 'A runtime that recognises the pattern, as ONNX Runtime does for GELU, loses nothing; one that stays at an older opset has no choice.',
    references: [
      { title: 'ONNX: Gelu', url: 'https://onnx.ai/onnx/operators/onnx__Gelu.html' },
      { title: 'GELU of opset 20 in the exporter of PyTorch', url: 'https://github.com/pytorch/pytorch/issues/128772' },
      { title: 'HardSigmoid and HardSwish in ONNX', url: 'https://github.com/onnx/onnx/issues/2970' },
    ],
  },
  *check(file) {
    for (const call of file.facts.libraryCalls) {
      const opset = opsetOf(call);
      const model = opset === undefined ? undefined : exportedModel(file, call);
      const node = call.arguments.get('opset_version')?.node;
      if (opset === undefined || model === undefined || node === undefined) continue;
      const missing = missingAt(model, opset);
      const [first] = missing;
      if (first === undefined) continue;
      yield {
        span: file.spanOf(node),
        message: `Opset ${opset} has no operator for ${listOf(missing)}.`,
        related: [{ span: placeOf(file, first.application), message: `${first.name} is an operator since opset ${first.since}` }],
      };
    }
  },
});

/** The exporter of `dynamo=True` chooses its own opset and converts. */
function opsetOf(call: LibraryCall): number | undefined {
  if (call.name !== 'torch.onnx.export' || call.arguments.has('dynamo')) return undefined;
  const opset = constantArgument(call, 'opset_version');
  return typeof opset === 'number' ? opset : undefined;
}

function exportedModel({ facts }: RuleFile, { arguments: written }: LibraryCall): Model | undefined {
  const exported = (written.get('0') ?? written.get('model'))?.value;
  return facts.models.find(({ value }) => value === exported);
}

interface Missing {
  readonly application: Model['applications'][number];
  readonly name: string;
  readonly since: number;
}

/** One for each operator, the highest opset first. */
function missingAt({ applications }: Model, opset: number): readonly Missing[] {
  const found = new Map<string, Missing>();
  for (const application of applications) {
    const id = application.activation?.id ?? '';
    const { since = 0, name = '' } = written.has(id) ? onnxOperators[id] ?? {} : {};
    if (since > opset && !found.has(name)) found.set(name, { application, name, since });
  }
  return [...found.values()].sort((a, b) => b.since - a.since);
}

function listOf(missing: readonly Missing[]): string {
  return missing.map(({ application, name, since }) => `${application.activation?.id ?? ''} (ONNX has ${name} since opset ${since})`).join(', ');
}
