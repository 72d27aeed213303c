import { describe, expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { matchActivations } from '../../src/frameworks/search';

/** `text` finds `first` before all others, and says by which name. */
function check(text: string, first: string, by?: string): void {
  const [best] = matchActivations(text);
  expect({ id: best?.activation.id, by: best?.by }).toEqual({ id: first, by });
}

describe('an activation is found by what people type', () => {
  test('its name', () => check('GELU', 'gelu'));
  test('its id', () => check('leaky-relu', 'leaky-relu'));
  test('with other separators', () => check('hard_tanh', 'hard-tanh'));
  test('with a blank', () => check('leaky relu', 'leaky-relu'));
  test('the qualified name of a module', () => check('torch.nn.GELU', 'gelu', 'torch.nn.GELU'));
  test('the end of a qualified name', () => check('nn.leaky_relu', 'leaky-relu', 'jax.nn.leaky_relu'));
  test('a bare name that means another form in its framework', () => check('jax.nn.gelu', 'gelu-tanh', 'jax.nn.gelu'));
  test('the beginning', () => check('softm', 'softmax'));

  test('both that are called so', () => {
    expect(matchActivations('swish').slice(0, 2).map(({ activation }) => activation.id)).toEqual(['swish', 'silu']);
  });
  test('all for no text', () => expect(matchActivations('  ')).toHaveLength(activations.length));
  test('none for nonsense', () => expect(matchActivations('qwxz')).toEqual([]));
});
