/** The page as a whole: every state is reached without an error and within the policy; themes and reloads. */
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, openLab, themeNames, type LabPage, type Opening } from './browser';
import { frame, headline, moveTo, position, press, rows, show, type } from './readings';
import { emptyLab, geluByName, geluInBlock, leakyUnknown, named, softmaxHead } from './subjects';

afterAll(closeBrowser);

const states = [
  ['nothing yet', emptyLab, 'Put the cursor on an activation.'],
  ['a function in the code', geluInBlock, 'GELU'],
  ['opened by name', geluByName, 'GELU'],
  ['a value that is no literal', leakyUnknown, 'LeakyReLU, negative slope unknown.'],
  ['a function of a vector', softmaxHead, ''],
  ['a gate', named('swiglu'), 'SwiGLU'],
  ['jumps', named('binary-step'), ''],
  ['a function of no catalogue', named('no-such-function'), 'Custom activation. No facts on record.'],
] as const;

test('what a configuration asks for is shown with its place', async () => {
  const lab = await openLab({ subject: { ...geluByName, place: 'model.yaml:7 in model.act_cfg' } });
  expect(await lab.page.locator('.source').innerText()).toContain('model.yaml:7 in model.act_cfg');
  await show(lab, geluByName);
  expect(await lab.page.locator('.source').innerText()).toContain('opened by name');
  await lab.close();
});

describe('every state is reached without an error and within the policy', () => {
  test('one after the other in one page', async () => {
    const lab = await openLab();
    for (const [name, subject, words] of states) {
      await lab.send({ type: 'subjectChanged', subject });
      await lab.settle();
      expect(await headline(lab), name).toContain(words);
      expect(lab.problems, name).toEqual([]);
    }
    await lab.send({ type: 'failed', message: 'This function is no longer in the code.' });
    await lab.settle();
    expect(await lab.page.getByRole('alert').innerText()).toContain('This function is no longer in the code.');
    expect(lab.problems).toEqual([]);
    await lab.close();
  });

  test('what could not be done comes into view where the page was scrolled down', async () => {
    const lab = await openLab({ subject: geluInBlock, width: 420, height: 500 });
    await lab.page.getByText('How options are ranked').scrollIntoViewIfNeeded();
    await lab.send({ type: 'failed', message: 'This function is no longer in the code.' });
    await lab.settle();
    const { top = -1, bottom = -1 } = await lab.page.getByRole('alert').boundingBox().then((box) => (box ? { top: box.y, bottom: box.y + box.height } : {}));
    expect([top >= 0, bottom > top, bottom <= 500]).toEqual([true, true, true]);
    await lab.close();
  });

  test('the first with the page itself, before any message', async () => {
    const lab = await openLab({ subject: geluInBlock });
    // Loaded anew it has kept nothing, and no host greets it.
    await lab.page.evaluate(() => sessionStorage.clear());
    await lab.page.reload();
    await lab.settle();
    expect(await headline(lab)).toContain('GELU');
    expect((await rows(lab)).map(({ name }) => name)).toEqual(['GELU', 'SiLU', 'LeakyReLU']);
    expect(lab.problems).toEqual([]);
    await lab.close();
  });

  test('the policy is one that would have been broken by a style or a script in the page', async () => {
    const lab = await openLab();
    await lab.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      document.head.append(script);
    });
    await frame(lab);
    expect(lab.problems.filter((problem) => problem.startsWith('policy: '))).toHaveLength(2);
    expect(await lab.page.evaluate(() => 'broken' in window)).toBe(false);
    await lab.close();
  });
});

describe('a reload', () => {
  /** Opens a second page on what the first one kept. */
  async function reopened(prepare: (lab: LabPage) => Promise<void>, opening: Opening = {}): Promise<LabPage> {
    const before = await openLab({ subject: geluInBlock });
    await prepare(before);
    await before.settle();
    const stored = await before.stored();
    await before.close();
    return openLab({ ...opening, stored });
  }

  test('brings back functions, parameters, crosshair, panels and the table', async () => {
    const lab = await reopened(async (before) => {
      await moveTo(before, 1.5);
      await type(before, '.series-3 .parameter .number', '0.3');
      await before.send({ type: 'curveAdded', activation: 'mish', parameters: {} });
      await press(before, 'f');
    });
    expect((await rows(lab)).map(({ name }) => name)).toEqual(['GELU', 'SiLU', 'LeakyReLU', 'Mish']);
    expect(await position(lab)).toBe('1.500');
    expect(await lab.page.locator('.series-3 .parameter .number').evaluate((field) => (field as HTMLInputElement).value)).toBe('0.30');
    expect(await lab.page.getByRole('button', { name: 'Curvature f″' }).getAttribute('aria-pressed')).toBe('true');
    expect(lab.problems).toEqual([]);
    await lab.close();
  });

  test('keeps the inputs off that were switched off', async () => {
    const lab = await reopened(async ({ page }) => {
      await page.getByRole('combobox', { name: 'Distribution of the inputs' }).click();
      await page.getByRole('option', { name: 'None' }).click();
    });
    expect((await rows(lab)).map(({ share }) => share)).toEqual(['', '', '']);
    await lab.close();
  });

  test.each([
    ['text', 'abc'], ['a list', [1, 2]], ['another version', { version: 2 }],
    ['a crosshair that is text', { crosshair: 'abc' }], ['a range without ends', { range: {} }], ['entries that are no list', { vector: { logits: { length: 3 } } }],
    ['inputs without a width', { inputs: {} }], ['a curve of an unknown function', { curves: [{ activation: 'nope', parameters: {}, original: {} }] }],
    ['a curve without a key', { curves: [{ activation: 'gelu', parameters: {}, original: {} }] }],
    ['panels that are none', { shown: {} }],
  ])('drops a damaged state: %s', async (_, damage) => {
    const whole = typeof damage === 'object' && !Array.isArray(damage) && !('version' in damage);
    const lab = await openLab({ stored: whole ? { ...await storedState(), ...damage } : damage });
    expect(lab.problems).toEqual([]);
    await show(lab, geluInBlock);
    expect((await rows(lab)).map(({ name, output }) => [name, output])).toEqual([['GELU', '−0.170'], ['SiLU', '−0.241'], ['LeakyReLU', '−0.150']]);
    await lab.close();
  });

  let kept: Promise<object> | undefined;
  function storedState(): Promise<object> {
    kept ??= (async () => {
      const lab = await openLab({ subject: geluInBlock });
      await moveTo(lab, 1);
      await lab.settle();
      const stored = await lab.stored();
      await lab.close();
      return stored as object;
    })();
    return kept;
  }
});

describe('the theme', () => {
  test('is read again when it changes, by the curves and by the page', async () => {
    const lab = await openLab({ subject: named('relu') });
    const seen = new Set<string>();
    for (const theme of [...themeNames, 'dark-modern' as const]) {
      await lab.setTheme(theme);
      await lab.settle();
      seen.add(await curveColour(lab));
    }
    expect([...seen]).toEqual(['77,170,252', '0,95,184', expect.any(String), expect.any(String)].slice(0, seen.size));
    expect(seen.size).toBeGreaterThanOrEqual(3);
    expect(lab.problems).toEqual([]);
    await lab.close();
  });

  /** The most frequent colour of the canvas that is not grey. */
  function curveColour({ page }: LabPage): Promise<string> {
    return page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const counts = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const [r = 0, g = 0, b = 0, alpha = 0] = data.slice(i, i + 4);
        if (alpha < 255 || Math.max(r, g, b) - Math.min(r, g, b) < 40) continue;
        counts.set(`${r},${g},${b}`, (counts.get(`${r},${g},${b}`) ?? 0) + 1);
      }
      return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    });
  }

  test('takes a colour a person has chosen', async () => {
    const lab = await openLab({ subject: named('relu'), variables: { '--vscode-activationLens-series1': '#ff00aa' } });
    expect(await curveColour(lab)).toBe('255,0,170');
    await lab.close();
  });

  test('leaves out all motion where that is asked for', async () => {
    const lab = await openLab({ subject: geluInBlock });
    await lab.page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await lab.page.evaluate(() => [...document.querySelectorAll('.lab, .lab *')].filter((node) => {
      const { transitionDuration, animationDuration } = getComputedStyle(node);
      return [transitionDuration, animationDuration].some((times) => times.split(',').some((time) => parseFloat(time) > 0.001));
    }).map(({ className }) => String(className)));
    expect(moving).toEqual([]);
    await lab.close();
  });
});
