import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('siren-init', torch + code, expected);
const field = (forward: string, made = '', name = 'Field'): string => `
class ${name}(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c = nn.Linear(2, 64), nn.Linear(64, 64), nn.Linear(64, 1)
        ${made}
    def forward(self, x):
        ${forward}
`;
const layers = '[|torch.sin(self.a(x))|]\n        x = torch.sin(self.b(x))\n        return self.c(x)';
const unmarked = layers.replace(/\[\||\|\]/g, '');

describe('fires', () => {
  test('where only a comment speaks of weights', () => check(field(`x = ${layers}`, '# nn.init.uniform_(self.a.weight, -1, 1)')));
  test('on two layers', () => check(field(`x = ${layers}`), { confidence: 'hint' }));
  test('with a frequency', () => check(field('x = [|torch.sin(30 * self.a(x))|]\n        x = torch.sin(30 * self.b(x))\n        return self.c(x)')));
  test('on a module of the file', () => check(`
class Sine(nn.Module):
    def forward(self, x):
        return torch.sin(30.0 * x)
model = nn.Sequential(nn.Linear(2, 64), [|Sine()|], nn.Linear(64, 64), Sine(), nn.Linear(64, 1))
`));
});

describe('is silent', () => {
  test('where weights are initialised', () => check(field(`x = ${unmarked}`, 'nn.init.uniform_(self.a.weight, -0.5, 0.5)')));
  test('where a function does it', () => check(field(`x = ${unmarked}`, 'self.apply(sine_init)\n        sine_init(self)')));
  test('on Fourier features', () => check(field('x = torch.sin(self.a(x))\n        return self.c(torch.relu(self.b(x)))')));
  test('on a positional encoding', () => check(field(`x = ${unmarked}`, '', 'PositionalEncoding')));
  test('on a sine of the output', () => check(field('x = torch.sin(self.a(x))\n        x = torch.relu(self.b(x))\n        return torch.sin(self.c(x))')));
  test('on sines of the input', () => check(field('return self.c(self.b(torch.cat([torch.sin(x), torch.sin(2 * x)], -1)))')));
  test('on a single sine', () => check(field('x = torch.sin(self.a(x))\n        return self.c(torch.tanh(self.b(x)))')));
});
