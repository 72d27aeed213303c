import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { room, run } from './program';

const textsIn = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
const dashesIn = (svg: string): number => new Set([...svg.matchAll(/stroke-dasharray="([^"]+)"/g)].map(([, dash]) => dash).filter((dash) => dash !== '3 3')).size;

describe('plot', () => {
  test('draws the functions with their gradients, each under its own name and dash', () => {
    const { stdout, stderr, status } = run('plot', 'gelu', 'silu', 'leaky-relu:negativeSlope=0.2');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="760" height="480"/);
    expect(textsIn(stdout)).toEqual(expect.arrayContaining(['output  f(x)', 'gradient  f′(x)', 'GELU', 'SiLU', 'LeakyReLU  α = 0.2', '0.94\u202f% of inputs', 'inputs N(0, 1)', '−5', '3']));
    expect(stdout).toContain('<title>Output and gradient of GELU, SiLU and LeakyReLU from x = −5 to 3</title>');
    expect(dashesIn(stdout)).toBe(2);
  });

  test('into a file', () => {
    expect(run('plot', 'gelu', '-o', 'gelu.svg')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(room, 'gelu.svg'), 'utf8')).toBe(run('plot', 'gelu').stdout);
    expect(run('plot', 'gelu', '-o', 'no/such/folder.svg')).toEqual({ status: 2, stdout: '', stderr: 'no/such/folder.svg cannot be written (ENOENT).\n' });
    expect(run('plot', 'gleu', '-o', 'never.svg').status).toBe(2);
    expect(existsSync(join(room, 'never.svg'))).toBe(false);
  });

  test('as it is asked for', () => {
    const { stdout } = run('plot', 'tanh', '--range', '-2:4', '--no-gradient', '--second', '--bare', '--theme', 'dark', '--width', '500', '--height', '300');
    expect(stdout).toContain('width="500" height="300"');
    expect(textsIn(stdout)).toEqual(expect.arrayContaining(['output  f(x)', 'curvature  f″(x)', '−2', '4']));
    expect(textsIn(stdout).filter((text) => /gradient|inputs|−3/.test(text))).toEqual([]);
    expect(stdout).toContain('fill="#1F1F1F"');
  });

  test('a gate as sections, a vector as bars', () => {
    expect(textsIn(run('plot', 'swiglu').stdout)).toEqual(expect.arrayContaining(['SwiGLU  b = 1', 'SwiGLU  b = −1', 'SwiGLU  b = 2', 'gradient  ∂f/∂a']));
    expect(textsIn(run('plot', 'swiglu:b=3').stdout).filter((text) => text.startsWith('SwiGLU  b'))).toEqual(['SwiGLU  b = 3']);
    expect(textsIn(run('plot', 'softmax').stdout)).toEqual(expect.arrayContaining(['1.80', '0.577', '0.235', '0.188']));
  });

  test.each([
    ['leaky-relu:negative_slope=0.2', '0.2'], ['leaky-relu:α=.2', '0.2'], ['torch.nn.LeakyReLU:negative_slope=0.3', '0.3'],
    ['keras.layers.LeakyReLU', '0.3'], ['LeakyReLU', '0.01'], ['leaky-relu:negativeSlope=-1e-1', '−0.1'],
  ])('%s is a LeakyReLU of slope %s', (name, slope) => {
    expect(textsIn(run('plot', name).stdout)).toContain(`LeakyReLU  α = ${slope}`);
  });

  test('gives numbers, in full, with the value at a kink', () => {
    const rows = run('plot', 'relu', 'gelu', '--csv', '--range=-1:1').stdout.trimEnd().split('\r\n');
    expect(rows).toHaveLength(202);
    expect(rows[0]).toBe('x,ReLU,ReLU gradient,GELU,GELU gradient');
    expect(rows[1]).toMatch(/^-1,0,0,-0.1586552539314570\d*,-0.083315470587686\d*$/);
    expect(rows).toContain('0,0,0,0,0.5');
    expect(rows.at(-1)).toMatch(/^1,1,1,0.84134474606854\d*,1.08331547058768\d*$/);
    expect(run('plot', 'softmax', '--csv').stdout.split('\r\n')[0]).toBe('input,output,own gradient');
    run('plot', 'gelu', '-o', 'gelu.csv');
    expect(readFileSync(join(room, 'gelu.csv'), 'utf8')).toMatch(/^x,GELU,GELU gradient\r\n/);
  });

  test.each([
    [['gleu'], "There is no activation 'gleu'. Did you mean gelu or glu?"],
    [['gelu', 'no-such-thing'], "There is no activation 'no-such-thing'."],
    [['nn.gelu'], "'nn.gelu' is short for jax.nn.gelu, mlx.nn.gelu, jittor.nn.gelu or tf.nn.gelu: say which."],
    [['leaky-relu:slope=0.2'], "LeakyReLU has no parameter 'slope'; it has negativeSlope."],
    [['gelu:alpha=1'], "GELU has no parameter 'alpha'; it takes none."],
    [['elu:alpha=large'], "alpha of ELU takes a number, not 'large'."],
    [['elu:alpha='], "alpha of ELU takes a number, not ''."],
    [['elu:alpha=Infinity'], "alpha of ELU takes a number, not 'Infinity'."],
    [['softshrink:lambda=-1'], 'Softshrink needs λ ≥ 0, so there is nothing to plot.'],
    [['gelu', 'softmax'], 'Softmax takes a whole vector and has no curve: plot it alone.'],
    [['gelu', 'silu', 'mish', 'elu', 'selu', 'relu'], '5 functions are as many as can be told apart.'],
  ])('%j is refused in words', (words, problem) => {
    expect(run('plot', ...words)).toEqual({ status: 2, stdout: '', stderr: `${problem}\n` });
  });

  test.each([
    [[], 'Say which functions to plot: gelu, silu, leaky-relu:negativeSlope=0.2.'],
    [['gelu', '--theme', 'blue'], "There is no theme 'blue'; there are light and dark."],
    [['gelu', '--range', '5:-5'], "--range takes two numbers, the smaller first, such as -5:5, not '5:-5'."],
    [['gelu', '--range', '3'], "--range takes two numbers, the smaller first, such as -5:5, not '3'."],
    [['gelu', '--range', '0:1e9'], '--range may span from 0.000001 to 1000000.'],
    [['gelu', '--width', '12'], "--width takes whole pixels from 160 to 10000, not '12'."],
    [['gelu', '-o', 'gelu.png'], 'A plot is written as SVG, or with --csv as numbers: gelu.png has another ending.'],
    [['gelu', '--gradient', '--no-gradient'], 'Say --gradient or --no-gradient.'],
    [['gelu', '--preset', 'quiet'], '--preset belongs to scan.'],
  ])('%j is wrong usage', (words, problem) => {
    expect(run('plot', ...words)).toEqual({ status: 2, stdout: '', stderr: `${problem}\nTry: activation-lens --help\n` });
  });

  test('its options belong to it', () => expect(run('scan', '.', '--range', '-5:5').stderr).toContain('--range belongs to plot.'));
});
