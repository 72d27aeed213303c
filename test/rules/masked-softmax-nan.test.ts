import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import math\nimport numpy as np\nimport torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('masked-softmax-nan', torch + code, expected);

describe('fires', () => {
  test('on zeros times infinity', () => check(`
mask = [|(1 - mask) * -np.inf|]
more = [|torch.triu(torch.ones(8, 8)) * float("-inf")|]
third = [|-math.inf * (lengths > 0).float()|]
p = torch.softmax(scores + mask, dim=-1)
`, { confidence: 'certain' }));
  test('on zeros of two masks at once', () => check('bias = [|((rows == 0) & keep).float() * float("-inf")|]\np = torch.softmax(scores + bias, dim=-1)\n'));
  test('on zeros of a mask among more factors', () => check('bias = [|(1 - mask) * 2 * float("-inf")|]\np = torch.softmax(scores + bias, dim=-1)\n'));
  test('on zeros of a mask with more axes', () => check('bias = [|(1 - mask)[:, None] * float("-inf")|]\np = torch.softmax(scores + bias, dim=-1)\n'));
  test('on a mask that is added times infinity', () => check('p = torch.softmax(scores + [|mask * float("-inf")|], dim=-1)\n', { confidence: 'likely' }));
  test('on a mask with the wrong sign', () => check(`
scores = torch.matmul(q, k)
scores = scores.masked_fill(mask, [|-float("-inf")|])
p = F.softmax(scores, dim=-1)
`, { confidence: 'certain' }));
  test('on a number that float16 does not have', () => check(`
with torch.cuda.amp.autocast():
    scores = torch.matmul(q, k) / 8
    scores = scores.masked_fill(mask == 0, [|-1e9|])
    p = F.softmax(scores, dim=-1)
`, { confidence: 'likely' }));
  test('as a hint on padding that may fill a row', () => check(`
scores = torch.matmul(q, k).masked_fill(padding_mask, [|float("-inf")|])
p = F.softmax(scores, dim=-1)
`, { confidence: 'hint' }));
  test('on plus infinity on one of the ways', () => check(`
def attend(q, k, mask, causal):
    scores = torch.matmul(q, k)
    if causal:
        scores = scores.masked_fill(triangle, [|-float('-inf')|])
    if mask is not None:
        scores = scores.masked_fill(~mask, float('-inf'))
    return scores.softmax(dim=-1)
`, { confidence: 'certain' }));
});

describe('is silent', () => {
  const filled = (mask: string, value: string, rest = ''): void => check(`
def attend(q, k, v):
    scores = torch.matmul(q, k).masked_fill(${mask}, ${value})
    p = F.softmax(scores, dim=-1)
${rest.replace(/^/gm, '    ')}
    return p
`);
  test('with scaled_dot_product_attention', () => filled('padding_mask', 'float("-inf")', 'q = F.scaled_dot_product_attention(q, k, v)'));
  test('with nan_to_num behind the softmax', () => filled('padding_mask', 'float("-inf")', 'p = torch.nan_to_num(p)'));
  test('with masked rows set to 0 behind the softmax', () => filled('padding_mask', 'float("-inf")', 'p = p.masked_fill(padding_mask, 0.0)'));
  test('with finfo', () => filled('padding_mask', 'torch.finfo(q.dtype).min'));
  test('on a causal mask', () => filled('causal_mask', 'float("-inf")'));
  test('on two masks of which nothing is known', () => check('more = (rows & keep) * float("-inf")\np = torch.softmax(scores + more, dim=-1)\n'));
  test('on a mask of which nothing is known', () => check('more = mask * float("-inf")\np = torch.softmax(scores + more, dim=-1)\n'));
  test('where NaN is taken out again', () => check('bias = torch.nan_to_num((1 - mask) * float("-inf"), nan=0.0)\np = torch.softmax(scores + bias, dim=-1)\n'));
  test('on -1e9 in float32', () => filled('padding_mask', '-1e9'));
  test('on a triangle that is cut after the product', () => check('mask = torch.triu(torch.ones(8, 8) * float("-inf"), diagonal=1)\np = torch.softmax(scores + mask, dim=-1)\n'));
  test('on what is filled with infinity', () => check('mask = torch.full((8, 8), float("-inf"))\nbest = 1 * float("inf")\np = torch.softmax(scores + mask, dim=-1)\n'));
  test('on -1e9 under autocast to bfloat16', () => check(`
with torch.autocast("cuda", dtype=torch.bfloat16):
    p = F.softmax(torch.matmul(q, k).masked_fill(mask, -1e9), dim=-1)
`));
  test('with torch.where behind the softmax', () => filled('padding_mask', 'float("-inf")', 'p = torch.where(padding_mask, torch.zeros_like(p), p)'));
  test('on minus infinity on one of the ways', () => check(`
def attend(q, k, causal):
    scores = torch.matmul(q, k)
    if causal:
        scores = scores.masked_fill(triangle, -float('inf'))
    return scores.softmax(dim=-1)
`));
});
