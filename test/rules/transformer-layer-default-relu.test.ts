import { describe, test } from 'vitest';
import { checkRule } from './check';

const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('transformer-layer-default-relu', `from torch import nn\n${code}`, expected);
const inClass = (name: string, layer: string): string => `
class ${name}(nn.Module):
    def __init__(self, **kwargs):
        super().__init__()
        self.layer = ${layer}
    def forward(self, x):
        return self.layer(x)
`;

describe('fires', () => {
  test('on BERT, GPT and ViT', () => {
    for (const name of ['BertModel', 'TinyBERT', 'MiniGPT', 'GPT2', 'ViT', 'VitClassifier', 'VisionTransformer']) {
      check(inClass(name, 'nn.[|TransformerEncoderLayer|](512, 8)'), { confidence: 'hint', fixed: `from torch import nn\n${inClass(name, 'nn.TransformerEncoderLayer(512, 8, activation="gelu")')}` });
    }
  });
  test('on a decoder layer', () => check(inClass('GPT', 'nn.[|TransformerDecoderLayer|](d_model=512, nhead=8, batch_first=True)')));
  test('in a function', () => check(`
def build_vit(width):
    return nn.TransformerEncoder(nn.[|TransformerEncoderLayer|](width, 8), 6)
`));
});

describe('is silent', () => {
  test('where an activation is given', () => check(inClass('BertModel', "nn.TransformerEncoderLayer(512, 8, activation='relu')")));
  test('where it is given by its place', () => check(inClass('BertModel', "nn.TransformerEncoderLayer(512, 8, 2048, 0.1, 'gelu')")));
  test('where it may be given', () => check(inClass('BertModel', 'nn.TransformerEncoderLayer(512, 8, **kwargs)')));
  test('on other models', () => {
    for (const name of ['Translator', 'ActivityModel', 'GravityNet', 'Liberty', 'Transformer']) check(inClass(name, 'nn.TransformerEncoderLayer(512, 8)'));
  });
});
