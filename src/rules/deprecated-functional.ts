import { replaced } from '../documents/edit';
import { Kind, type SyntaxTree } from '../python/syntax';
import { shortName } from '../models/questions';
import { defineRule, type Fix, type RuleFile } from './rule';
import type { Usage } from '../usages/usage';

const deprecated: ReadonlySet<string> = new Set(['torch.nn.functional.sigmoid', 'torch.nn.functional.tanh']);

export const deprecatedFunctional = defineRule({
  id: 'deprecated-functional',
  severity: 'information',
  confidence: 'hint',
  tag: 'deprecated',
  fixable: 'sometimes',
  documentation: {
    what: 'A function of `torch.nn.functional` that PyTorch 1 deprecated is used: `F.sigmoid` or `F.tanh`.',
    why: 'It only calls the method of its tensor. PyTorch 1.13 warns at each call that "nn.functional.tanh is deprecated" and names `torch.tanh`, which '
      + 'has the same values in every version: nothing changes but the warning.',
    bad: `import torch
import torch.nn.functional as F


def gate(x):
    return F.sigmoid(x)
`,
    good: `import torch
import torch.nn.functional as F


def gate(x):
    return torch.sigmoid(x)
`,
    whenNot: '`F.logsigmoid`, `F.softplus` and `F.hardtanh` have no other name and are not deprecated. Later versions of PyTorch do not warn everywhere.',
    references: [{ title: 'PyTorch: torch.sigmoid', url: 'https://docs.pytorch.org/docs/stable/generated/torch.sigmoid.html' }],
  },
  *check(file) {
    for (const usage of file.usages) {
      if (!deprecated.has(usage.symbol) || usage.certainty !== 'resolved' || usage.form !== 'function') continue;
      const name = shortName(usage.symbol);
      yield {
        span: usage.span,
        message: `PyTorch 1.13 warns that nn.functional.${name} is deprecated; torch.${name} gives the same.`,
        fix: fixFor(file, usage, name),
      };
    }
  },
});

/** `F.tanh` becomes `torch.tanh`, where the file imports torch under that name. */
function fixFor(file: RuleFile, usage: Usage, name: string): Fix | undefined {
  const { tree } = file;
  const node = file.nodeOf(usage);
  if (tree.kind(node) !== Kind.Attribute || !importsTorch(tree)) return undefined;
  return { title: `Use torch.${name}`, edits: [replaced(tree.start(node), tree.end(node), `torch.${name}`)] };
}

function importsTorch(tree: SyntaxTree): boolean {
  return tree.children(tree.root).some((statement) =>
    tree.kind(statement) === Kind.Import && /\btorch(\.[\w.]+)?\s*(,|$)/.test(tree.textOf(statement)));
}
