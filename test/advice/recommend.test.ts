import { describe, expect, test } from 'vitest';
import { activations, findActivation } from '../../src/activations/catalogue';
import { objections } from '../../src/advice/evidence/objections';
import { supports } from '../../src/advice/evidence/supports';
import { recommend } from '../../src/advice/recommend';
import type { Architecture, Constraint, LossInput, Normalisation, Role, Situation, Task } from '../../src/models/situation';

interface Place {
  role?: Role;
  architecture?: Architecture;
  task?: Task;
  likelyTask?: Task;
  loss?: LossInput;
  normalisation?: Normalisation;
  depth?: number;
  constraints?: Constraint[];
}

const read = <T extends string | number>(value: T | undefined) => (value === undefined ? undefined : { value, sureness: 'read' as const });

function situationOf(place: Place): Situation {
  const facts = {
    role: read(place.role),
    architecture: read(place.architecture),
    task: place.likelyTask === undefined ? read(place.task) : { value: place.likelyTask, sureness: 'likely' as const },
    lossInput: read(place.loss),
    normalisation: read(place.normalisation),
    depth: read(place.depth),
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
  return { ...known, constraints: (place.constraints ?? []).map((value) => ({ value, sureness: 'read' })) };
}

function adviceFor(activation: string | undefined, place: Place) {
  const current = activation === undefined ? undefined : { activation, parameters: {} };
  return recommend(situationOf(place), current);
}

/** The headline, then the titles of the options in order. */
function check(activation: string | undefined, place: Place, headline: string, ...titles: string[]) {
  const advice = adviceFor(activation, place);
  expect(advice.headline).toBe(headline);
  expect(advice.options.map(({ title }) => title).slice(0, titles.length)).toEqual(titles);
}

describe('advice keeps what is right', () => {
  test('tanh in a recurrent cell, of which the studies of networks that feed forward say nothing', () => {
    const advice = adviceFor('tanh', { role: 'hidden', architecture: 'rnn' });
    expect(advice.explanation).toBe('No change here has replicated evidence.');
    expect(advice.options.map(({ title }) => title)).toEqual(['Keep Tanh']);
  });
  test('GELU in a transformer block', () =>
    check('gelu', { role: 'hidden', architecture: 'transformer' }, 'Keep GELU.', 'Keep GELU', 'SwiGLU gate', 'GEGLU gate', 'ReLU'));
  test('the forms of GELU that weights were trained with, which are no choice for others', () => {
    check('quick-gelu', { role: 'hidden' }, 'Keep QuickGELU for weights that were trained with it.', 'Keep QuickGELU for weights that were trained with it', 'GELU', 'ReLU');
    check('gelu-tanh', { role: 'hidden' }, 'Keep GELU (tanh).', 'Keep GELU (tanh)', 'GELU', 'ReLU');
    check('quick-gelu', { role: 'hidden', architecture: 'transformer' }, 'Keep QuickGELU for weights that were trained with it.');
    for (const activation of ['relu', 'gelu', 'silu', undefined]) {
      for (const architecture of ['transformer', 'mlp', undefined] as const) {
        const { options } = adviceFor(activation, { role: 'hidden', ...(architecture && { architecture }) });
        expect(options.map((option) => option.activation)).not.toContain('quick-gelu');
      }
    }
  });
  test('ReLU behind a convolution', () =>
    check('relu', { role: 'hidden', architecture: 'cnn' }, 'Keep ReLU.', 'Keep ReLU'));
  test('a sigmoid that another file trains, of which one unit may have no shares', () => {
    const { options } = adviceFor('sigmoid', { role: 'output', loss: 'elsewhere' });
    expect(options.map(({ activation }) => activation)).toEqual(['sigmoid', 'identity']);
  });
  test('a gate that is none between 0 and 1, where nothing was compared', () => check('silu', { role: 'gate', architecture: 'mlp' }, 'Nothing to suggest here.'));
  test('sigmoid as a gate', () => check('sigmoid', { role: 'gate' }, 'Keep Sigmoid.', 'Keep Sigmoid'));
  test('ReLU in a perceptron that is not deep', () => check('relu', { role: 'hidden', architecture: 'mlp', depth: 2, normalisation: 'none' }, 'Keep ReLU.', 'Keep ReLU', 'SELU with LeCun initialisation', 'Tanh with Xavier initialisation'));
  test('softmax of a policy', () => check('softmax', { role: 'output', task: 'control' }, 'Keep Softmax.', 'Keep Softmax'));
  test('ReLU in an agent that learns from what is kept, of which the study of on-policy learning says nothing', () => {
    check('relu', { role: 'hidden', architecture: 'off-policy' }, 'Keep ReLU.', 'Keep ReLU');
    expect(adviceFor('relu', { role: 'hidden', architecture: 'off-policy' }).options.map(({ activation }) => activation)).not.toContain('tanh');
  });
  test('what bounds an action is offered no shares, nor the other way round', () => {
    expect(adviceFor('tanh', { role: 'output', task: 'control' }).options.map(({ title }) => title)).toEqual(['Keep Tanh']);
    expect(adviceFor('softmax', { role: 'output', task: 'control' }).options.map(({ title }) => title)).toEqual(['Keep Softmax']);
  });
  test('softmax in attention', () => check('softmax', { role: 'attention' }, 'Keep Softmax.', 'Keep Softmax'));
  test('what shows the raw scores that a loss takes as probabilities, and nothing beside it', () => {
    check('softmax', { role: 'output', task: 'multi-class', loss: 'beside' }, 'Keep Softmax where probabilities are read.');
    check('sigmoid', { role: 'output', task: 'binary', loss: 'beside' }, 'Keep Sigmoid where probabilities are read.');
    expect(adviceFor('softmax', { role: 'output', task: 'multi-class', loss: 'beside' }).options).toHaveLength(1);
    expect(adviceFor('sigmoid', { role: 'output', task: 'multi-label', loss: 'beside' }).options).toHaveLength(1);
  });
  test('softmax where the loss takes probabilities', () =>
    check('softmax', { role: 'output', task: 'multi-class', loss: 'probabilities' }, 'Keep Softmax.', 'Keep Softmax'));
});

describe('advice replaces what is wrong', () => {
  test('sigmoid in twelve hidden layers', () => {
    const place: Place = { role: 'hidden', architecture: 'mlp', depth: 12, normalisation: 'none' };
    check('sigmoid', place, 'Replace Sigmoid with SELU with LeCun initialisation.');
    const advice = adviceFor('sigmoid', place);
    expect(advice.explanation).toContain('12 of them pass on at most 5.96 × 10⁻⁸ of the gradient, before the weights act');
    expect(advice.folklore.map(({ title }) => title)).toEqual(['Keep Sigmoid, raise the learning rate']);
  });
  test('softmax before a loss on logits', () =>
    check('softmax', { role: 'output', task: 'multi-class', loss: 'logits' }, 'Take Softmax out before the loss.', 'No activation: raw logits'));
  test('softmax for labels that can be true together', () =>
    check('softmax', { role: 'output', task: 'multi-label' }, 'Remove Softmax.', 'No activation: one raw logit a label', 'Sigmoid'));
  test('a log-softmax too many, which changes nothing', () => {
    const advice = adviceFor('log-softmax', { role: 'output', task: 'multi-class', loss: 'logits' });
    expect(advice.headline).toBe('The loss needs no LogSoftmax.');
    expect(advice.explanation).toContain('changes nothing');
  });
  test('a sigmoid for classes that exclude each other', () =>
    check('sigmoid', { role: 'output', task: 'multi-class', loss: 'probabilities' }, 'Replace Sigmoid with Softmax.', 'Softmax'));
  test('a sigmoid where labels may be true together, whatever the loss says', () => {
    const advice = adviceFor('sigmoid', { role: 'output', likelyTask: 'multi-class', loss: 'probabilities' });
    expect(advice.headline).toBe('Choose Softmax or another loss.');
    expect(advice.explanation).toContain('true together');
  });
  test('probabilities where the loss takes their logarithms', () =>
    check('softmax', { role: 'output', task: 'multi-class', loss: 'log-probabilities' }, 'Give the loss LogSoftmax, not Softmax.', 'LogSoftmax'));
  test('what else reads probabilities keeps them', () =>
    expect(adviceFor('softmax', { role: 'output', task: 'multi-class', loss: 'logits' }).explanation).toContain('reads probabilities'));
  test.each(['relu', 'relu6', 'gelu', 'tanh'])('scores that %s cuts off or bounds before a loss on logits', (id) =>
    check(id, { role: 'output', task: 'multi-class', loss: 'logits' }, `Take ${findActivation(id)?.name} out before the loss.`, 'No activation: raw logits'));
  test('ReLU at the end of a regression', () =>
    check('relu', { role: 'output', task: 'regression' }, 'Remove ReLU.', 'No activation: linear output'));
  test('SiLU on the way to eight bits', () =>
    check('silu', { role: 'hidden', architecture: 'cnn', constraints: ['int8'] }, 'Replace SiLU with ReLU6.', 'ReLU6'));
  test('ReLU under a loss on second derivatives', () => {
    const { options } = adviceFor('relu', { role: 'hidden', architecture: 'mlp', constraints: ['second-derivative'] });
    expect(options.map(({ activation }) => activation)).not.toContain('relu');
  });
  test('a sigmoid in a hidden layer of a network of which nothing is known', () =>
    check('sigmoid', { role: 'hidden' }, 'Consider ReLU in the place of Sigmoid.', 'ReLU'));
  test('a sigmoid where a loss differentiates with respect to an input', () =>
    check('sigmoid', { role: 'hidden', architecture: 'mlp', depth: 5, normalisation: 'none', constraints: ['input-derivative'] }, 'Replace Sigmoid with Tanh.', 'Tanh', 'SiLU'));
  test('ReLU where a loss differentiates with respect to an input', () =>
    check('relu', { role: 'hidden', architecture: 'mlp', constraints: ['input-derivative'] }, 'Consider Tanh in the place of ReLU.', 'Tanh', 'SiLU'));
  test('of a slope that is the same everywhere it does not say that it jumps', () =>
    expect(adviceFor('identity', { role: 'hidden', architecture: 'mlp', constraints: ['input-derivative'] }).explanation).not.toContain('jumps'));
  test('but not in a discriminator', () =>
    check('relu', { role: 'hidden', architecture: 'gan', constraints: ['input-derivative'] }, 'Keep ReLU.'));
  test.each([
    ['sigmoid', 'Keep Sigmoid where the targets lie between 0 and 1.'],
    ['tanh', 'Keep Tanh where the targets lie between −1 and 1.'],
    ['relu', 'Keep ReLU where no target is negative.'],
    ['softplus', 'Keep Softplus where the targets are positive.'],
    ['softmax', 'Keep Softmax where the targets are shares of one whole.'],
  ])('%s at an output whose targets nobody knows', (id, headline) => check(id, { role: 'output', loss: 'values' }, headline));
  test.each([
    ['softmax', 'Keep Softmax where the loss takes probabilities.'],
    ['log-softmax', 'Keep LogSoftmax where the loss takes log-probabilities.'],
    ['sigmoid', 'Keep Sigmoid where the loss takes probabilities, or the targets lie between 0 and 1.'],
    ['identity', 'Keep Identity where the loss takes raw scores, or any numbers.'],
  ])('%s at an output whose loss is in another file', (id, headline) => check(id, { role: 'output', loss: 'elsewhere' }, headline));
  test('but not where the targets are known to be any numbers', () =>
    check('sigmoid', { role: 'output', task: 'regression', loss: 'values' }, 'Remove Sigmoid.', 'No activation: linear output'));
  test('a stack that is normalised as well', () =>
    expect(adviceFor('sigmoid', { role: 'hidden', architecture: 'cnn', depth: 4, normalisation: 'batch' }).explanation).toContain('before weights and normalisation act'));
  test('shares of one whole where the loss asks for each alone', () =>
    check('softmax', { role: 'output', likelyTask: 'binary', loss: 'probabilities' }, 'Choose Sigmoid or another loss.', 'Sigmoid'));
  test('ReLU outside every network, beside something that is differentiated twice', () =>
    check('relu', { role: 'hidden', constraints: ['second-derivative'] }, 'No evidence on record speaks against ReLU here.'));
});

describe('advice is silent on the unknown', () => {
  test('nothing known', () => check('gelu', {}, 'Nothing to suggest here.'));
  test('an output without a task', () => check('softmax', { role: 'output' }, 'Nothing to suggest here.'));
  test('a function without evidence', () =>
    check('softsign', { role: 'hidden' }, 'No evidence on record speaks against Softsign here.', 'ReLU'));
  test('no activation yet', () => check(undefined, { role: 'hidden', architecture: 'cnn' }, 'Start with ReLU.'));
  test('a constraint that nobody named', () => {
    const { options } = adviceFor('silu', { role: 'hidden', architecture: 'cnn' });
    expect(options[0]?.title).toBe('Keep SiLU');
  });
});

describe('evidence', () => {
  test.each([...supports, ...objections])('$id: no letter above C without a citation', ({ strength, citations }) => {
    if (strength === 'A' || strength === 'B') expect(citations).not.toEqual([]);
  });
  test('ids are unique', () => {
    const ids = [...supports, ...objections].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test.each(supports)('$id recommends an activation of the catalogue', ({ activation }) => {
    expect(findActivation(activation)).toBeDefined();
  });
  test.each(objections)('$id speaks of activations of the catalogue', (objection) => {
    const known = new Set(activations.map(({ id }) => id));
    expect(objection.activations.filter((id) => !known.has(id))).toEqual([]);
  });
});

test('what was compared with saturating functions is no evidence against others', () => {
  expect(adviceFor('gelu', { role: 'hidden' }).explanation).toBe('No change here has replicated evidence.');
  expect(adviceFor('silu', { role: 'hidden', architecture: 'cnn' }).explanation).toBe('No change here has replicated evidence.');
  expect(adviceFor('tanh', { role: 'hidden', architecture: 'mlp' }).explanation).toBe('The change with the strongest evidence here: ReLU.');
  expect(adviceFor('tanh', { role: 'hidden', architecture: 'reinforcement' }).explanation).toBe('No change here has replicated evidence.');
});
