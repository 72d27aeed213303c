import { callArguments, calleeOf } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import { shortName } from '../models/questions';
import { addArgument, nameOfCall } from './places';
import { defineRule, type RuleFile } from './rule';

export const transformerLayerDefaultRelu = defineRule({
  id: 'transformer-layer-default-relu',
  severity: 'information',
  confidence: 'hint',
  fixable: 'always',
  documentation: {
    what: 'A model that is called after BERT, GPT or ViT is built of PyTorch\'s transformer layers without an activation.',
    why: 'The layers of PyTorch have ReLU where nothing is said, as the first transformer had; BERT, GPT and ViT have GELU. The two differ most near 0: by 0.17 at x = 0.75 '
      + 'and at x = -0.75.',
    bad: `from torch import nn


class BertEncoder(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(width, nhead=8)

    def forward(self, x):
        return self.layer(x)
`,
    good: `from torch import nn


class BertEncoder(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layer = nn.TransformerEncoderLayer(width, nhead=8, activation="gelu")

    def forward(self, x):
        return self.layer(x)
`,
    whenNot: 'A model that is trained from scratch may have either. Weights that were trained with GELU need it.',
    references: [
      { title: 'PyTorch: TransformerEncoderLayer', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html' },
      { title: 'BERT', url: 'https://arxiv.org/abs/1810.04805' },
    ],
  },
  *check(file) {
    const { tree, names } = file;
    // Where nothing else of the file says anything of activations, its layers are not followed; the calls tell enough.
    for (const node of callsIn(file)) {
      const name = names.qualifiedName(calleeOf(tree, node)) ?? '';
      const model = layer.test(name) && !mayPassActivation(file, node) ? named.exec(names.scopePath(node))?.[0] : undefined;
      if (model === undefined) continue;
      yield {
        span: nameOfCall(file, node),
        message: `${shortName(name)} has ReLU where no activation is given; ${models.find(([pattern]) => pattern.test(model))?.[1] ?? model} has GELU.`,
        fix: { title: 'Add activation="gelu"', edits: addArgument(tree, node, 'activation="gelu"') },
      };
    }
  },
});

const named = /(?<![a-zA-Z])bert|B(?:ert|ERT)(?![a-z])|GPT|(?<![a-zA-Z])gpt|Gpt|ViT(?![a-z])|(?<![a-zA-Z])[vV]it(?![a-z])|[vV]ision_?[tT]ransformer/;
const models: readonly (readonly [RegExp, string])[] = [[/bert/i, 'BERT'], [/gpt/i, 'GPT'], [/vi/i, 'ViT']];

const layer = /^torch\.nn\.(modules\.(transformer\.)?)?Transformer(En|De)coderLayer$/;
/** d_model, nhead, dim_feedforward and dropout stand before it. */
const placesBefore = 4;

function mayPassActivation({ tree }: RuleFile, call: Node): boolean {
  const written = callArguments(tree, call);
  return written.length > placesBefore && written.slice(0, placesBefore + 1).every(({ keyword }) => keyword === undefined)
    || written.some(({ keyword, stars }) => keyword === 'activation' || stars > 0);
}

function* callsIn({ tree, text }: RuleFile): Iterable<Node> {
  if (!/Transformer(En|De)coderLayer/.test(text)) return;
  for (let node = 1; node <= tree.root; node++) if (tree.kind(node) === Kind.Call) yield node;
}
