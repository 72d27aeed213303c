import type { Context, LossUse } from '../models/facts';
import { constantArgument, lastActivations, shortName } from '../models/questions';
import { importedBasesOf } from '../models/following/attributes';
import { constantOf, type Run } from '../models/values';
import { calleeOf } from '../python/parts';
import { Kind } from '../python/syntax';
import { autocastAround } from './autocast';
import { renaming } from './places';
import { removalBeforeLoss } from './readers';
import { defineRule, type Confidence, type Fix, type RuleFile } from './rule';

const banned: ReadonlySet<string> = new Set(['torch.nn.BCELoss', 'torch.nn.functional.binary_cross_entropy']);

export const bceUnderAutocast = defineRule({
  id: 'bce-under-autocast',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: '`binary_cross_entropy` or `BCELoss` is called where autocast is on.',
    why: 'Under autocast on a GPU PyTorch refuses it with a RuntimeError, "unsafe to autocast": the slope of the logarithm reaches 1/p, and float16 ends at 65504, so that '
      + 'it could not hold the gradient of probabilities below 1.5e-5.',
    bad: `import torch
import torch.nn.functional as F
from torch import nn

head = nn.Linear(128, 1)


def step(x, y):
    with torch.autocast("cuda"):
        return F.binary_cross_entropy(torch.sigmoid(head(x)), y)
`,
    good: `import torch
import torch.nn.functional as F
from torch import nn

head = nn.Linear(128, 1)


def step(x, y):
    with torch.autocast("cuda"):
        return F.binary_cross_entropy_with_logits(head(x), y)
`,
    whenNot: 'Inside `autocast(enabled=False)`, on the CPU, or outside of the block the loss runs in float32 and nothing is wrong.',
    references: [
      { title: 'PyTorch: the error and what it means', url: 'https://github.com/pytorch/pytorch/issues/61098' },
      { title: 'PyTorch: binary_cross_entropy and autocast', url: 'https://docs.pytorch.org/docs/stable/amp.html' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      const confidence = banned.has(use.loss.name) ? confidenceFor(file, use) : undefined;
      if (confidence === undefined) continue;
      const autocast = autocastAround(use.contexts);
      yield {
        span: file.spanOf(use.node),
        message: `${shortName(use.loss.name)} raises a RuntimeError under autocast. Give the raw scores to ${withLogits(use)} instead.`,
        related: autocast ? [{ span: file.spanOf(autocast.node), message: 'Autocast is turned on here' }] : [],
        confidence, fix: fixFor(file, use),
      };
    }
  },
});

function withLogits({ loss }: LossUse): string {
  return loss.name === 'torch.nn.BCELoss' ? 'BCEWithLogitsLoss' : 'binary_cross_entropy_with_logits';
}

function confidenceFor(file: RuleFile, { contexts, run }: LossUse): Confidence | undefined {
  const autocast = autocastAround(contexts);
  if (autocast === undefined) return trainsInHalf(file) && isLightning(run) ? 'likely' : undefined;
  const { arguments: written } = autocast;
  if (autocast.name.startsWith('torch.cpu.') || usesBfloat16(file, autocast)) return undefined;
  const device = autocast.name.startsWith('torch.cuda.') ? 'cuda' : constantOf((written.get('device_type') ?? written.get('0'))?.value);
  const enabled = written.get('enabled') ?? (autocast.name.startsWith('torch.cuda.') ? written.get('0') : written.get('2'));
  const isEnabled = enabled === undefined ? true : constantOf(enabled.value);
  if (isEnabled === false || (typeof device === 'string' && !device.startsWith('cuda'))) return undefined;
  return isEnabled === true && typeof device === 'string' ? 'certain' : 'likely';
}

function usesBfloat16({ tree }: RuleFile, { arguments: written }: Context): boolean {
  return [...written.values()].some(({ node }) => /bfloat16|bf16/.test(tree.textOf(node)));
}

/** `Trainer(precision=16)` runs the steps of a LightningModule under autocast. */
function trainsInHalf({ facts }: RuleFile): boolean {
  return facts.libraryCalls.some((call) => /(^|\.)Trainer$/.test(call.name) && /^16(-mixed)?$/.test(String(constantArgument(call, 'precision'))));
}

function isLightning({ self }: Run): boolean {
  return self?.kind === 'instance' && importedBasesOf(self.class).some((name) => name.endsWith('LightningModule'));
}

/** Takes the sigmoid away and lets the loss apply it, where both stand in the file. */
function fixFor(file: RuleFile, use: LossUse): Fix | undefined {
  const { tree } = file;
  const sigmoids = lastActivations(use.input, ['sigmoid']);
  const [sigmoid] = sigmoids;
  const edits = sigmoid && sigmoids.length === 1 ? removalBeforeLoss(file, sigmoid) : undefined;
  if (edits === undefined || tree.kind(use.loss.node) !== Kind.Call) return undefined;
  const name = renaming(tree, calleeOf(tree, use.loss.node), { BCELoss: 'BCEWithLogitsLoss', binary_cross_entropy: 'binary_cross_entropy_with_logits' });
  return name && { title: `Use ${withLogits(use)} without the sigmoid`, edits: [...name, ...edits] };
}
