/** Both sides of the protocol as the Lab keeps it: what it tells, what it takes, what it ignores. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isToHost } from '../../src/protocol/guards';
import { closeBrowser, openLab, type LabPage } from './browser';
import { frame, headline, notice, press, rows, sentSince, show } from './readings';
import { emptyLab, geluByName, geluInBlock, leakyUnknown, named, softmaxHead } from './subjects';

let lab: LabPage;

beforeAll(async () => { lab = await openLab(); });
afterAll(closeBrowser);

const names = async () => (await rows(lab)).map(({ name }) => name);

test('ready is the first thing that is said, once', async () => {
  expect(await lab.sent()).toEqual([{ type: 'ready' }]);
});

describe('what the host says', () => {
  test('another subject is drawn, and the first one again', async () => {
    await show(lab, geluInBlock);
    expect(await names()).toEqual(['GELU', 'SiLU', 'LeakyReLU']);
    await lab.send({ type: 'subjectChanged', subject: named('sigmoid') });
    await lab.settle();
    expect([await names(), await headline(lab)]).toEqual([['Sigmoid'], expect.stringContaining('Sigmoid')]);
    await lab.send({ type: 'subjectChanged', subject: geluInBlock });
    await lab.settle();
    expect(await names()).toEqual(['GELU', 'SiLU', 'LeakyReLU']);
  });

  test('the same subject again leaves what a person changed', async () => {
    await show(lab, geluInBlock);
    await lab.page.getByRole('button', { name: 'Remove SiLU' }).click();
    await lab.send({ type: 'subjectChanged', subject: geluInBlock });
    await lab.settle();
    expect(await names()).toEqual(['GELU', 'LeakyReLU']);
  });

  test('functions are added up to five, then one has to go', async () => {
    await show(lab, geluByName);
    for (const activation of ['relu', 'mish', 'elu', 'selu', 'tanh']) await lab.send({ type: 'curveAdded', activation, parameters: {} });
    await lab.settle();
    expect(await names()).toEqual(['GELU', 'ReLU', 'Mish', 'ELU', 'SELU']);
    expect(await notice(lab)).toContain('5 functions are as many as can be told apart');
  });

  test('an unknown function, and one of a vector, are refused in words', async () => {
    await show(lab, geluByName);
    await lab.send({ type: 'curveAdded', activation: 'no-such', parameters: {} });
    await expect.poll(() => notice(lab)).toContain('“no-such”');
    await lab.send({ type: 'curveAdded', activation: 'softmax', parameters: {} });
    await expect.poll(() => notice(lab)).toContain('whole vector');
    expect(await names()).toEqual(['GELU']);
  });

  test('the focus goes to the recommendations where they were asked for', async () => {
    await show(lab, { ...geluInBlock, focus: 'recommendations' });
    expect(await lab.page.evaluate(() => document.activeElement?.closest('.side') !== null)).toBe(true);
  });
});

describe('where to look first', () => {
  const tab = () => lab.page.getByRole('tab', { selected: true }).innerText();
  afterAll(() => lab.page.getByRole('tab', { name: 'Curves' }).click());

  test('the page of the function is shown where it was asked for, once', async () => {
    await show(lab, { ...geluInBlock, focus: 'understand' });
    expect(await tab()).toBe('Understand');
    await lab.page.getByRole('tab', { name: 'Depth' }).click();
    await lab.send({ type: 'subjectChanged', subject: geluInBlock });
    await lab.settle();
    expect(await tab()).toBe('Depth');
    expect(await lab.stored()).not.toHaveProperty('subject.focus');
  });

  test('of several functions on the plot it is that of the one in the code', async () => {
    await show(lab, geluInBlock);
    await lab.page.getByRole('row', { name: 'SiLU' }).getByRole('button', { name: 'SiLU', exact: true }).click();
    await lab.send({ type: 'subjectChanged', subject: { ...geluInBlock, focus: 'understand' } });
    await lab.settle();
    expect(await headline(lab)).toMatch(/^GELU /);
  });

  test('a vector function has a page too', async () => {
    await show(lab, { ...softmaxHead, focus: 'understand' });
    expect([await tab(), await headline(lab)]).toEqual(['Understand', expect.stringMatching(/^Softmax /)]);
  });

  test('to plot takes one from reading, and from nothing else', async () => {
    await show(lab, { ...geluByName, focus: 'understand' });
    await lab.send({ type: 'subjectChanged', subject: { ...geluByName, focus: 'plot' } });
    await lab.settle();
    expect(await tab()).toBe('Curves');
    await lab.page.getByRole('tab', { name: 'Depth' }).click();
    await lab.send({ type: 'subjectChanged', subject: { ...geluByName, focus: 'plot' } });
    await lab.settle();
    expect(await tab()).toBe('Depth');
  });
});

const subjectWith = (changes: object) => ({ type: 'subjectChanged', subject: { ...geluInBlock, ...changes } });

test('a complaint goes with the function that it was about', async () => {
  await lab.send({ type: 'failed', message: 'It could not be applied.' });
  await expect.poll(() => notice(lab)).toContain('It could not be applied.');
  await lab.send({ type: 'subjectChanged', subject: named('sigmoid') });
  await expect.poll(() => notice(lab)).toBe('');
  await lab.settle();
});

test('a complaint comes into view below the bar', async () => {
  await show(lab, geluInBlock);
  const size = lab.page.viewportSize()!;
  await lab.page.setViewportSize({ width: 480, height: 600 });
  await lab.page.evaluate(() => { document.documentElement.scrollTop = 10_000; });
  await lab.send({ type: 'failed', message: 'It could not be applied.' });
  await expect.poll(() => notice(lab)).toContain('It could not be applied.');
  const edges = await lab.page.evaluate(() => ['.notice', '.bar'].map((each) => document.querySelector(each)!.getBoundingClientRect()));
  expect(edges[0]!.top).toBeGreaterThanOrEqual(edges[1]!.bottom);
  await lab.page.setViewportSize(size);
});

describe('what is not of the protocol is ignored', () => {
  test.each([
    ['nothing', undefined], ['null', null], ['a number', 7], ['text', 'subjectChanged'], ['an empty object', {}], ['a list', [geluInBlock]],
    ['an unknown type', { type: 'explode' }], ['no subject', { type: 'subjectChanged' }], ['curves that are no list', subjectWith({ curves: 'gelu' })],
    ['a curve without parameters', subjectWith({ curves: [{ activation: 'gelu' }] })], ['a parameter that is no number', subjectWith({ curves: [{ activation: 'elu', parameters: { alpha: NaN } }] })],
    ['a parameter that is an object', subjectWith({ curves: [{ activation: 'elu', parameters: { alpha: {} } }] })],
    ['no constraints', subjectWith({ situation: {} })], ['a role of no list', subjectWith({ situation: { role: { value: 'king', sureness: 'read' }, constraints: [] } })],
    ['an id that is no text', { type: 'curveAdded', activation: 5, parameters: {} }], ['an error that is no text', { type: 'failed', message: { html: '<b>' } }],
    ['a prototype', JSON.parse('{"type":"curveAdded","__proto__":{"activation":"relu","parameters":{}}}')],
  ])('%s', async (_, message) => {
    if ((await names()).join() !== 'GELU') await show(lab, geluByName);
    await lab.send(message);
    await lab.settle();
    expect([await names(), await notice(lab), lab.problems]).toEqual([['GELU'], '', []]);
  });
});

describe('what is of the protocol and still odd does no harm', () => {
  test.each([
    ['a thousand functions', { ...geluByName, curves: Array.from({ length: 1000 }, () => ({ activation: 'gelu', parameters: {} })) }],
    ['names of a megabyte', { ...geluInBlock, usage: { activation: 'gelu', parameters: {}, assumed: [], framework: 'x'.repeat(1e6), code: 'y'.repeat(1e6), place: '' } }],
    ['a parameter beyond all bounds', named('leaky-relu', { negativeSlope: 1e300 })],
    ['a word for a number', named('elu', { alpha: 'much' })],
    ['a choice that is none', named('maxout', { shape: 'bogus' })],
    ['parameters of another function', named('relu', { alpha: 3, constructor: 1 })],
    ['ids of the language itself', named('constructor')],
    ['an assumed parameter that is none', { ...geluInBlock, usage: { activation: 'gelu', parameters: {}, assumed: ['toString'], framework: 'pytorch', code: 'f', place: '' } }],
    ['a vector of three functions', { ...softmaxHead, curves: [...softmaxHead.curves, ...softmaxHead.curves, { activation: 'relu', parameters: {} }] }],
  ])('%s', async (_, subject) => {
    const before = lab.problems.length;
    await show(lab, subject);
    expect(lab.problems.slice(before)).toEqual([]);
  });

  test('text is text, whatever is in it', async () => {
    await lab.send({ type: 'failed', message: '<img src=x onerror=alert(1)>' });
    await expect.poll(() => notice(lab)).toContain('<img src=x onerror=alert(1)>');
    await show(lab, { ...geluInBlock, usage: { activation: 'gelu', parameters: {}, assumed: [], framework: 'pytorch', code: '<b>nn.GELU()</b>', place: '<i>model.py</i>' } });
    expect(await lab.page.locator('.source').innerText()).toContain('<b>nn.GELU()</b>');
    expect(await lab.page.locator('.source b, .source i, .notice img').count()).toBe(0);
  });
});

describe('what the person does is told', () => {
  test.each([
    ['the code', 'nn.GELU()', { type: 'reveal' }], ['Add function', 'Add function', { type: 'pickCurve' }],
    ['Following cursor', 'Following cursor', { type: 'follow', following: false }],
  ])('%s', async (_, name, message) => {
    await show(lab, geluInBlock);
    const from = (await lab.sent()).length;
    await lab.page.getByRole('button', { name, exact: true }).click();
    expect(await sentSince(lab, from)).toEqual([message]);
  });

  test('an empty Lab asks for a function', async () => {
    await show(lab, emptyLab);
    const from = (await lab.sent()).length;
    await lab.page.getByRole('button', { name: 'Explore any activation…' }).click();
    expect(await sentSince(lab, from)).toEqual([{ type: 'pickCurve' }]);
  });

  test('a change by hand ends following, once; a click follows again', async () => {
    await show(lab, geluInBlock);
    const from = (await lab.sent()).length;
    await press(lab, 'f', 'f', 'f');
    await lab.settle();
    await lab.page.getByRole('button', { name: 'Not following' }).click();
    await frame(lab);
    expect(await sentSince(lab, from)).toEqual([{ type: 'stay' }, { type: 'follow', following: true }]);
  });

  test('from what was opened by name a click follows the cursor', async () => {
    await show(lab, geluByName);
    const from = (await lab.sent()).length;
    await lab.page.getByRole('button', { name: 'Not following' }).click();
    expect(await sentSince(lab, from)).toEqual([{ type: 'follow', following: true }]);
  });

  test('a panel is called pinned only once it is', async () => {
    await show(lab, { ...geluInBlock, following: false });
    expect(await lab.page.locator('.follow').innerText()).toBe('Not following');
    await lab.send({ type: 'subjectChanged', subject: { ...geluInBlock, following: false, pinned: true } });
    await expect.poll(() => lab.page.locator('.follow').innerText()).toBe('Pinned');
  });

  test('looking is no change: a moved crosshair follows on', async () => {
    await show(lab, geluInBlock);
    const from = (await lab.sent()).length;
    await press(lab, 'ArrowRight', 'n', 'End');
    expect(await sentSince(lab, from)).toEqual([]);
  });

  test.each([['c', 'image'], ['t', 'table']])('%s and Copy: the %s is in the clipboard', async (key, what) => {
    await show(lab, geluInBlock);
    const from = (await lab.sent()).length;
    await press(lab, key);
    if (what === 'table') await lab.page.getByRole('button', { name: 'Copy table' }).click();
    await expect.poll(() => sentSince(lab, from)).toEqual([{ type: 'copied', what }]);
    const types = await lab.page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    expect(types).toContain(what === 'table' ? 'text/plain' : 'image/png');
  });
});

describe('recommendations', () => {
  test('are listed with letter and word, a source each, and one way to apply them', async () => {
    await show(lab, geluInBlock);
    const options = await lab.page.locator('.option').allInnerTexts();
    expect(options.length).toBeGreaterThanOrEqual(2);
    for (const option of await lab.page.locator('.option').all()) {
      expect(await option.locator('[role="img"]').getAttribute('aria-label')).toMatch(/^Evidence [ABCF], \S/);
      expect((await option.locator('.reason').innerText()).length).toBeGreaterThan(20);
    }
  });

  test('a source opens by its key', async () => {
    const from = (await lab.sent()).length;
    await lab.page.locator('.sources .link').first().click();
    const [message] = await sentSince(lab, from);
    expect(message).toEqual({ type: 'openCitation', key: expect.stringMatching(/^[A-Za-z]+\d{4}/) });
  });

  test('a gate is no edit of one call', async () => {
    await show(lab, geluInBlock);
    expect(await lab.page.locator('.option', { hasText: 'SwiGLU gate' }).count()).toBe(1);
    expect(await lab.page.getByRole('button', { name: 'Apply SwiGLU gate' }).count()).toBe(0);
  });

  test('in the place of a gate nothing else is put', async () => {
    await show(lab, { ...geluInBlock, usage: { ...geluInBlock.usage!, activation: 'glu', code: 'nn.GLU()' }, curves: [{ activation: 'glu', parameters: {} }] });
    expect(await lab.page.locator('.option').count()).toBeGreaterThan(0);
    expect(await lab.page.locator('vscode-button[aria-label^="Apply "]').count()).toBe(0);
  });

  test('how they are ranked stays open while more of them are shown', async () => {
    await show(lab, geluInBlock);
    await lab.page.getByRole('button', { name: 'How options are ranked' }).click();
    await lab.page.locator('.side-foot > .link').click();
    await lab.page.getByRole('button', { name: 'Show fewer' }).waitFor();
    expect(await lab.page.locator('.ranking').isVisible()).toBe(true);
    await lab.page.getByRole('button', { name: 'How options are ranked' }).click();
    expect(await lab.page.locator('.ranking').isVisible()).toBe(false);
    await lab.page.getByRole('button', { name: 'Show fewer' }).click();
  });

  test('Apply says which line it changes where that is not the one that is shown', async () => {
    const tips = async () => Promise.all((await lab.page.locator('vscode-button[aria-label^="Apply "]').all()).map((button) => button.getAttribute('title')));
    await show(lab, leakyUnknown);
    expect((await tips())[0]).toBe('One edit, which Undo takes back');
    await show(lab, { ...leakyUnknown, usage: { ...leakyUnknown.usage!, code: 'self.act(x)', madeAt: 'line 12' } });
    expect((await tips())[0]).toBe('One edit in line 12, where the layer is made, which Undo takes back');
  });

  test('every Apply names the function that its option is about', async () => {
    await show(lab, geluInBlock);
    await lab.page.locator('.side-foot > .link').click();
    await lab.settle();
    const buttons = await lab.page.locator('vscode-button[aria-label^="Apply "]').all();
    expect(buttons.length).toBeGreaterThan(0);
    for (const button of buttons) {
      const from = (await lab.sent()).length;
      const title = (await button.getAttribute('aria-label') ?? '').replace('Apply ', '');
      await button.click();
      const [message] = await sentSince(lab, from);
      if (!isToHost(message) || message.type !== 'apply') throw new Error(`Apply said ${JSON.stringify(message)}`);
      expect(title.toLowerCase().replace(/[^a-z]/g, ''), message.activation).toContain(message.activation.replace(/-.*/, ''));
      expect(message.preview).toBe((await button.textContent())?.includes('…'));
    }
  });

  test('Compare adds the function to the plot, and is gone then', async () => {
    await show(lab, { ...geluInBlock, curves: geluInBlock.curves.slice(0, 1) });
    const compare = lab.page.getByRole('button', { name: /^Compare .* on the plot$/ }).first();
    const label = await compare.getAttribute('aria-label') ?? '';
    await compare.click();
    await lab.settle();
    const [, added] = await names();
    expect(label).toContain(added?.split(' ')[0] ?? '?');
    expect(await lab.page.getByRole('button', { name: label, exact: true }).count()).toBe(0);
  });

  test('a corrected chip says who set it and ranks anew, in place', async () => {
    await show(lab, geluInBlock);
    const before = await lab.page.locator('.options').innerText();
    await lab.page.getByRole('button', { name: /^hidden layer, / }).click();
    await lab.page.getByRole('menuitemradio', { name: 'output layer' }).click();
    await lab.settle();
    expect(await lab.page.getByRole('button', { name: 'output layer, set by you' }).count()).toBe(1);
    expect(await lab.page.locator('.options').innerText()).not.toBe(before);
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await lab.settle();
    expect(await lab.page.locator('.options').innerText()).toBe(before);
  });
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
