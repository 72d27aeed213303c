/**
 * The workbench as a person uses it: opens files, goes to places, asks for hovers, runs commands, and looks.
 *
 * It drives the packaged extension, installed in VS Code for the browser; `npm test -- e2e` prepares both.
 */
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Locator, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../rig/browser.mjs';
import { installExtension, quietSettings, startCodeServer, writeSettings } from '../rig/codeServer.mjs';
import { out, root } from '../rig/paths.mjs';

/** The themes that VS Code ships, one of each kind. */
export const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'hc-black': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};
export type Theme = keyof typeof themes;

interface Options {
  /** Keeps the folders of several test files apart. */
  readonly name: string;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** How long a person would wait before saying that it does not work. */
const patience = 15_000;

export class Workbench {
  private constructor(
    readonly page: Page,
    /** A copy of the sample workspace, free to be written to. */
    readonly folder: string,
    private readonly home: string,
    private settings: Readonly<Record<string, unknown>>,
    private readonly browser: Browser,
    private readonly server: { readonly stop: () => void },
  ) {}

  static async open({ name, theme = 'dark', settings = {}, viewport = { width: 1400, height: 900 } }: Options): Promise<Workbench> {
    const home = join(out, 'e2e', name);
    const folder = join(home, 'sample');
    await rm(home, { recursive: true, force: true });
    await cp(join(root, 'test', 'rig', 'sample'), folder, { recursive: true });
    const all = { ...quietSettings, 'workbench.colorTheme': themes[theme], ...settings };
    await writeSettings(home, all);
    const vsix = join(out, 'activation-lens.vsix');
    if (!existsSync(vsix)) throw new Error('The extension is not packaged: run npm test -- e2e.');
    await installExtension(home, vsix);
    const server = await startCodeServer(home);
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(patience);
    await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    return new Workbench(page, folder, home, all, browser, server);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.stop();
  }

  async openFile(file: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(file);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Puts the cursor at the bar in `marked`, such as `nn.GE|LU()`, where that text first stands in `file`. */
  async goTo(file: string, marked: string): Promise<void> {
    const before = marked.indexOf('|');
    const text = marked.replace('|', '');
    const source = await readFile(join(this.folder, file), 'utf8');
    const found = source.indexOf(text);
    if (before < 0 || found < 0) throw new Error(`${file} does not hold ${marked}`);
    const lines = source.slice(0, found + before).split('\n');
    await this.openFile(file);
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input').first().fill(`:${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Puts the cursor on a word of a notebook's cell, found by the line's whole text. */
  async clickInCell(line: string, word: string): Promise<void> {
    const row = this.page.locator('.notebookOverlay .view-line', { hasText: line }).first();
    await row.waitFor();
    const span = row.locator('span > span', { hasText: word }).last();
    await span.click();
  }

  /** Shows the hover at the cursor by keyboard and answers it once it holds `text`. */
  async hover(text: string): Promise<Locator> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { has: this.page.locator('.hover-contents'), hasText: text }).first();
    await hover.waitFor();
    return hover;
  }

  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Picks the first entry of an open list after typing `text` into it. */
  async pick(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input').first().fill(text);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Changes the theme the way a person's settings do: VS Code watches the file. */
  async setTheme(theme: Theme): Promise<void> {
    this.settings = { ...this.settings, 'workbench.colorTheme': themes[theme] };
    await writeSettings(this.home, this.settings);
    const kind = { dark: 'vs-dark', light: 'vs', 'hc-black': 'hc-black', 'hc-light': 'hc-light' }[theme];
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  /** The Lab's own document, two frames inside the page, once something there matches `selector`. */
  async lab(selector = 'canvas'): Promise<Frame> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const frame of this.page.frames()) {
        if (await frame.locator(selector).count().catch(() => 0) > 0 && frame !== this.page.mainFrame()) return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`No frame holds ${selector}`);
  }

  async screenshot(name: string): Promise<void> {
    const folder = join(out, 'screenshots');
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }
}
