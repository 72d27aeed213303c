/** What a person reads off the Lab and does to it, for tests that share one page. */
import { expect } from 'vitest';
import type { LabSubject } from '../../src/protocol/messages';
import type { LabPage } from './browser';
import { emptyLab } from './subjects';

export interface Row {
  readonly name: string;
  readonly output: string;
  readonly gradient: string;
  readonly other: string;
  readonly curvature: string;
  readonly share: string;
}

/** The subject as if the Lab had just been opened on it: whatever an earlier test changed is gone. */
export async function show(lab: LabPage, subject: LabSubject): Promise<void> {
  await lab.send({ type: 'subjectChanged', subject: emptyLab });
  await lab.send({ type: 'subjectChanged', subject });
  await lab.settle();
}

/** Until the change is drawn, and what may wait for a moment to spare is done too: that moment may never come where nothing more is drawn. */
export async function frame({ page }: LabPage): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 200 })))));
}

/** The table below the plot. */
export function rows({ page }: LabPage): Promise<Row[]> {
  return page.locator('table.functions tbody tr').evaluateAll((all) => all.map((row) => {
    const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
    return {
      name: text('button.name'), output: text('td.output'), gradient: text('td.gradient'), other: text('td.other'),
      curvature: text('td.curvature'), share: text('td.share'),
    };
  }));
}

export function position({ page }: LabPage): Promise<string> {
  return page.locator('.position').evaluate((field) => (field as HTMLInputElement).value);
}

export async function moveTo(lab: LabPage, x: number | string): Promise<void> {
  await type(lab, '.position', String(x));
}

/** Into a field of the toolkit, as a person leaves it: with Enter. */
export async function type(lab: LabPage, field: string, text: string): Promise<void> {
  const input = lab.page.locator(`${field} input`).first();
  await input.fill(text);
  await input.press('Enter');
  await frame(lab);
}

export async function press(lab: LabPage, ...keys: readonly string[]): Promise<void> {
  await lab.page.locator('canvas').focus();
  for (const key of keys) await lab.page.keyboard.press(key);
  await frame(lab);
}

/** What `copy` puts on the clipboard, which takes a while longer than the click. */
export async function copiedBy({ page }: LabPage, copy: () => Promise<unknown>): Promise<string> {
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await copy();
  await expect.poll(clipboard).not.toBe('');
  return clipboard();
}

/** What the screen reader was last told. */
export function spoken({ page }: LabPage): Promise<string> {
  return page.locator('[role="status"]').innerText();
}

export function notice({ page }: LabPage): Promise<string> {
  return page.locator('.notice').innerText();
}

export async function headline({ page }: LabPage): Promise<string> {
  return plain(await page.locator('h1').innerText());
}

export async function explanation({ page }: LabPage): Promise<string> {
  return plain(await page.locator('.explanation').innerText());
}

/** As it was written before numbers were kept on one line with what they belong to. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** What was sent to the host since the first `from` messages. */
export async function sentSince(lab: LabPage, from: number): ReturnType<LabPage['sent']> {
  return (await lab.sent()).slice(from);
}
