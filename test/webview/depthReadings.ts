/** What a person reads off the Depth view and does to it. */
import type { LabSubject } from '../../src/protocol/messages';
import { openLab, type LabPage, type Opening } from './browser';
import { copiedBy, frame } from './readings';

export const deepSigmoid: LabSubject = {
  usage: { activation: 'sigmoid', parameters: {}, assumed: [], framework: 'keras', code: "Dense(64, activation='sigmoid')", place: 'mlp.py:11 in DeepMLP' },
  curves: ['sigmoid', 'tanh', 'relu', 'gelu', 'leaky-relu'].map((activation) => ({ activation, parameters: {} })),
  situation: { normalisation: { value: 'layer', sureness: 'read' }, constraints: [] },
  model: { layers: 50, activations: [{ activation: 'sigmoid', count: 50 }], width: 64, file: 'mlp.py' },
  following: true,
};

/** On the Depth tab, with nothing simulated unless a test asks for it. */
export async function openDepth(subject: LabSubject, opening: Opening = {}, simulates = false): Promise<LabPage> {
  const lab = await openLab({ ...opening, subject });
  await lab.page.getByRole('tab', { name: 'Depth' }).click();
  await frame(lab);
  if (!simulates) await lab.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await lab.settle();
  return lab;
}

export interface DepthRow {
  readonly name: string;
  readonly initialisation: string;
  readonly signal: string;
  readonly gradient: string;
  readonly factor: string;
  readonly verdict: string;
  readonly place: string;
  readonly edge: string;
}

export function tableRows({ page }: LabPage): Promise<DepthRow[]> {
  return page.locator('table.depth-table tbody tr').evaluateAll((all) => all.map((row) => {
    const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
    return {
      name: text('button.name'), initialisation: (row.querySelector('vscode-dropdown') as HTMLSelectElement | null)?.value ?? '',
      signal: text('td.signal'), gradient: text('td.gradient'), factor: text('td.factor'), verdict: text('.verdict-words'), place: text('.place'),
      edge: text('td.edge'),
    };
  }));
}

export async function initialise(lab: LabPage, row: number, value: string): Promise<void> {
  await lab.page.locator('table.depth-table vscode-dropdown').nth(row).evaluate((list, kind) => {
    (list as HTMLSelectElement).value = kind;
    list.dispatchEvent(new Event('change'));
  }, value);
  await frame(lab);
}

/** What the Copy button of the table view gives: columns by their heads, an entry for every layer. */
export async function copied(lab: LabPage): Promise<ReadonlyMap<string, readonly number[]>> {
  if (!await lab.page.locator('.values-scroll').isVisible()) await lab.page.locator('canvas').first().press('t');
  await frame(lab);
  const text = await copiedBy(lab, () => lab.page.getByRole('button', { name: 'Copy table' }).click());
  const [head = [], ...rows] = text.trimEnd().split('\n').map((line) => line.split('\t'));
  return new Map(head.map((name, column) => [name, rows.map((cells) => Number(cells[column]))]));
}
