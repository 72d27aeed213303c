/**
 * The workbench as a person uses it: opens files, goes to places, asks for hovers, runs commands, and looks.
 *
 * It drives the packaged extension, installed in VS Code for the browser; `npm test -- e2e` prepares both.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Locator, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../rig/browser.mjs';
import { installExtension, quietSettings, startCodeServer, writeSettings } from '../rig/codeServer.mjs';
import { out, root } from '../rig/paths.mjs';

/** The themes that VS Code ships, one of each kind, as its settings, its list and its style sheets name them. */
export const themes = {
  dark: { id: 'Default Dark Modern', label: 'Dark Modern', kind: 'vs-dark' },
  light: { id: 'Default Light Modern', label: 'Light Modern', kind: 'vs' },
  'hc-black': { id: 'Default High Contrast', label: 'Dark High Contrast', kind: 'hc-black' },
  'hc-light': { id: 'Default High Contrast Light', label: 'Light High Contrast', kind: 'hc-light' },
} as const;
export type Theme = keyof typeof themes;

export interface WorkbenchOptions {
  /** Keeps the folders of several test files apart. */
  readonly name: string;
  readonly theme?: Theme;
  /** Written into the workspace before VS Code lists it, because it sees no file that comes later. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Generous, since a run that passes never waits for long, and machines that run tests are often busy. */
const patience = 45_000;
const patienceAtStart = 180_000;
/** After which it is worth to ask again. */
const briefly = 3_000;

async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
}

function ready(page: Page): Promise<void> {
  return page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: patienceAtStart });
}

/** What the extension, its page or its policy complain of; VS Code has complaints of its own that do not count. */
const ownError = /activation-lens\.activation-lens|Content Security Policy/;

export class Workbench {
  private errors: string[] = [];

  private constructor(
    readonly page: Page,
    /** A copy of the sample workspace, free to be written to. */
    readonly folder: string,
    private readonly browser: Browser,
    private readonly server: { readonly stop: () => void },
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' && ownError.test(message.text())) this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async open({ name, theme = 'dark', files = {}, settings = {}, viewport = { width: 1400, height: 900 } }: WorkbenchOptions): Promise<Workbench> {
    const home = join(out, 'e2e', name);
    const folder = join(home, 'sample');
    await rm(home, { recursive: true, force: true });
    await cp(join(root, 'test', 'rig', 'sample'), folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
    await writeSettings(home, { ...quietSettings, 'workbench.colorTheme': themes[theme].id, ...settings });
    const vsix = join(out, 'activation-lens.vsix');
    if (!existsSync(vsix)) throw new Error('The extension is not packaged: run npm test -- e2e.');
    await installExtension(home, vsix);
    const server = await startCodeServer(home);
    const browser = await launch().catch((error: unknown) => {
      server.stop();
      throw error;
    });
    const workbench = new Workbench(await (await browser.newContext({ viewport })).newPage(), folder, browser, server);
    await workbench.enter(`${server.url}/?folder=${encodeURIComponent(folder)}`);
    return workbench;
  }

  private async enter(url: string): Promise<void> {
    this.page.setDefaultTimeout(patience);
    try {
      await this.page.goto(url, { timeout: patienceAtStart });
      await ready(this.page);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** As a person reloads the window. */
  async reload(): Promise<void> {
    await this.page.reload({ timeout: patienceAtStart });
    await ready(this.page);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.stop();
  }

  /** The errors since the last call. */
  takeErrors(): string[] {
    return this.errors.splice(0);
  }

  /** Opens the file on the left, where code is; the Lab stands on the right. */
  async openFile(file: string): Promise<void> {
    await this.takeFrom(['Control+1', 'Control+P'], file, file);
    await this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${file}"]`).waitFor();
    await this.page.locator('.monaco-editor .view-line:visible').first().waitFor();
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
    await this.press('Control+G');
    await this.type(`:${lines.length}:${(lines.at(-1) ?? '').length + 1}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Puts the cursor on a word of a notebook's cell, found by the line's whole text. */
  async clickInCell(line: string, word: string): Promise<void> {
    const row = this.page.locator('.notebookOverlay .view-line', { hasText: line }).first();
    await row.waitFor();
    const span = row.locator('span > span', { hasText: word }).last();
    await span.click();
  }

  /**
   * Shows the hover at the cursor by keyboard and answers it once it holds `text`. It asks again where nothing
   * came, because just after the start the extension may not be ready to answer.
   */
  async hover(text: string): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { has: this.page.locator('.hover-contents'), hasText: text }).first();
    await this.until(hover, () => this.press('Control+K', 'Control+I'));
    return hover;
  }

  /** Asks for a hover where there should be none, and gives it time to come. */
  async expectNoHover(): Promise<void> {
    await this.press('Control+K', 'Control+I');
    await this.page.waitForTimeout(1_500);
    const shown = await this.page.locator('.monaco-hover:not(.hidden) .hover-contents:visible').allInnerTexts();
    if (shown.length > 0) throw new Error(`There is a hover: ${shown.join('\n')}`);
  }

  runCommand(title: string): Promise<void> {
    return this.takeFrom(['F1'], `>${title}`, title);
  }

  /** Types into the open list and takes the entry of that name. */
  async choose(typed: string, name: string): Promise<void> {
    await this.type(typed);
    await this.take(this.entry(name));
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.press('Control+K', 'Control+T');
    await this.choose(themes[theme].label, themes[theme].label);
    await this.page.locator(`.monaco-workbench.${themes[theme].kind}`).waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  private type(text: string): Promise<void> {
    return this.page.locator('.quick-input-box input:visible').fill(text, { timeout: briefly });
  }

  private entry(name: string): Locator {
    return this.page.locator('.quick-input-list .label-name').getByText(name, { exact: true }).first();
  }

  /** Opens a list, and once more where it does not hold the entry yet. */
  private async takeFrom(keys: readonly string[], typed: string, name: string): Promise<void> {
    const entry = this.entry(name);
    await this.until(entry, async () => {
      await this.press(...keys);
      await this.type(typed);
    });
    await this.take(entry);
  }

  /** By mouse, since Enter would take whichever entry has the focus by then. */
  private async take(entry: Locator): Promise<void> {
    await entry.click();
    // Where the pointer rests, VS Code may show a tip of its own.
    await this.page.mouse.move(200, 600);
  }

  /**
   * Does what should show something, and does it again while nothing comes: keys get lost while the focus is on its
   * way into or out of a webview.
   */
  private async until(shown: Locator, ask: () => Promise<void>): Promise<void> {
    for (const end = Date.now() + patience; ;) {
      try {
        await ask();
        return await shown.waitFor({ timeout: briefly });
      } catch (error) {
        if (Date.now() > end) throw error;
        await this.press('Escape');
      }
    }
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
    await this.page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}.png`) });
  }
}
