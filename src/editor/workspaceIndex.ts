/**
 * Where activations are used in the whole workspace. Nothing is listed or read before `ensure` is called; from then on the
 * index goes along with what is saved, typed, added and removed.
 */
import * as vscode from 'vscode';
import { decodeText } from '../documents/decode';
import { readDocument } from '../documents/document';
import { isFailure } from '../documents/failure';
import { withoutData } from '../documents/withoutData';
import type { Inventory } from '../inventory/outline';
import { usesOf, type Use } from '../inventory/use';
import { languageOf } from '../reports/language';
import { analyzeDocument } from '../usages/analyze';
import type { ConfigurationLanguage } from '../usages/configuration/analyzeConfiguration';
import { isForeign } from '../usages/configuration/keys';
import { mayConfigureActivations } from '../usages/configuration/prefilter';
import { isTooLarge, type Analyses } from './analysis';
import type { Log } from './log';
import { Slices } from './slices';
import { isNotebookFile, isPython, largestText, mostBytesOf, openDocument } from './source';
import { openUses } from './openUses';
import { watchWorkspace } from './workspaceChanges';
import { listFiles } from './workspaceFiles';

type Phase = 'idle' | 'reading' | 'ready' | 'stopped';

/** A larger one is data. */
const largestConfiguration = 1024 * 1024;

/** How many files are on their way at once: enough to hide how long each takes to come. */
const readers = 8;
/** Long enough to let a person finish a word, and a tool all its files. */
const pause = 300;

export class WorkspaceIndex implements vscode.Disposable {
  phase: Phase = 'idle';
  /** Of the files that are to be read. */
  progress = { read: 0, total: 0 };
  private readonly uses = new Map<string, readonly Use[]>();
  private readonly tooLarge = new Map<string, vscode.Uri>();
  private listed: ReadonlyMap<string, vscode.Uri> = new Map();
  private readonly stale = new Map<string, vscode.Uri>();
  private readonly slices = new Slices();
  private readonly changed = new vscode.EventEmitter<void>();
  private stopping = new vscode.CancellationTokenSource();
  private running: Promise<void> | undefined;
  private watching: vscode.Disposable | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private mustList = false;
  /** One after another, so that what was read first is not put over what was read last. */
  private catchingUp: Promise<void> = Promise.resolve();
  readonly onDidChange = this.changed.event;

  constructor(private readonly analyses: Analyses, private readonly log: Log) {}

  get inventory(): Inventory {
    return this.uses;
  }

  /** Code that is too large to be read. */
  get leftOut(): readonly vscode.Uri[] {
    return [...this.tooLarge.values()];
  }

  /** Resolves once everything was read, or the person has stopped it. */
  ensure(): Promise<void> {
    if (this.phase === 'ready') return Promise.resolve();
    return (this.running ??= this.readAll().finally(() => {
      this.running = undefined;
    }));
  }

  async refresh(): Promise<void> {
    this.stop();
    await this.running;
    this.uses.clear();
    this.tooLarge.clear();
    this.phase = 'idle';
    await this.ensure();
  }

  stop(): void {
    this.stopping.cancel();
  }

  dispose(): void {
    this.stop();
    clearTimeout(this.timer);
    this.watching?.dispose();
    this.changed.dispose();
  }

  private async readAll(): Promise<void> {
    this.stopping = new vscode.CancellationTokenSource();
    const { token } = this.stopping;
    this.watching ??= this.watch();
    this.progress = { read: 0, total: 0 };
    this.enter('reading');
    try {
      await this.listAndRead(token);
    } catch (error) {
      this.log.error('Cannot read the workspace', error);
      this.stopping.cancel();
    }
    this.enter(token.isCancellationRequested ? 'stopped' : 'ready');
  }

  private async listAndRead(token: vscode.CancellationToken): Promise<void> {
    this.listed = await listFiles(token);
    const uris = [...this.listed.values(), ...unlistedDocuments().filter((uri) => !this.listed.has(uri.toString()))];
    this.progress = { read: 0, total: uris.length };
    await this.readEach(uris, token);
  }

  private async readEach(uris: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<void> {
    const queue = uris.values();
    await Promise.all(Array.from({ length: readers }, async () => {
      for (let next = queue.next(); next.done !== true && !token.isCancellationRequested; next = queue.next()) {
        await this.read(next.value);
        this.progress.read += 1;
      }
    }));
  }

  private async read(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const wasTooLarge = this.tooLarge.delete(key);
    const uses = this.isMember(uri) ? await this.usesIn(uri) : [];
    if (uses.length === 0 && !this.uses.has(key) && this.tooLarge.has(key) === wasTooLarge) return;
    if (uses.length === 0) this.uses.delete(key);
    else this.uses.set(key, uses);
    this.changed.fire();
  }

  /** What is open counts as it is typed, everything else as it is saved. */
  private async usesIn(uri: vscode.Uri): Promise<readonly Use[]> {
    const open = openDocument(uri);
    if (open !== undefined && isPython(open)) return isTooLarge(open) ? this.leaveOut(uri) : this.slices.run(() => openUses(this.analyses.of(open)));
    if (open !== undefined) return openUses(await this.analyses.at(open));
    const language = languageOf(uri.path);
    return language === 'python' ? this.usesInCode(uri) : this.usesInConfiguration(uri, language);
  }

  private async usesInCode(uri: vscode.Uri): Promise<readonly Use[]> {
    const bytes = await bytesOf(uri, mostBytesOf(uri));
    if (bytes === undefined) return this.leaveOut(uri);
    return this.slices.run(() => this.log.attempt(`Cannot read ${uri.toString()}`, () => {
      const text = decodeText(isNotebookFile(uri) ? withoutData(bytes) : bytes);
      const document = isFailure(text) ? text : readDocument(text, uri.path);
      if (isFailure(document)) return [];
      return document.text.length > largestText ? this.leaveOut(uri) : usesOf(analyzeDocument(document));
    }) ?? []);
  }

  /** Most are not of a model: their parsers are loaded when the first one that may be is read. */
  private async usesInConfiguration(uri: vscode.Uri, language: ConfigurationLanguage): Promise<readonly Use[]> {
    const text = isForeign(uri.path) ? '' : decodeText(await bytesOf(uri, largestConfiguration) ?? new Uint8Array());
    if (isFailure(text) || !mayConfigureActivations(text)) return [];
    const { analyzeConfiguration } = await import('../usages/configuration/analyzeConfiguration');
    return this.slices.run(() => this.log.attempt(`Cannot read ${uri.toString()}`, () => usesOf(analyzeConfiguration(text, language, uri.path))) ?? []);
  }

  /** That it is not shown is said where the uses are counted, and here which file it is. */
  private leaveOut(uri: vscode.Uri): readonly Use[] {
    this.tooLarge.set(uri.toString(), uri);
    this.log.warn(`Too large to be read: ${uri.toString()}`);
    return [];
  }

  private isMember(uri: vscode.Uri): boolean {
    return this.listed.has(uri.toString()) || isUnlisted(uri);
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    this.changed.fire();
  }

  private watch(): vscode.Disposable {
    return watchWorkspace({
      text: (uri) => {
        if (this.isMember(uri) || this.uses.has(uri.toString())) this.catchUpSoon(uri);
      },
      added: (uri) => this.listSoon(uri),
      removed: (uri) => {
        if (this.holds(uri)) this.listSoon();
      },
      rules: () => this.listSoon(),
    });
  }

  /** Whether a file, or one in the folder, is in the list. */
  private holds(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return this.listed.has(key) || [...this.listed.keys()].some((each) => each.startsWith(`${key}/`));
  }

  /** Whether a new file counts is for VS Code to say, so that all are listed anew. One that is listed already has been written anew. */
  private listSoon(uri?: vscode.Uri): void {
    this.mustList = true;
    this.catchUpSoon(uri);
  }

  private catchUpSoon(uri?: vscode.Uri): void {
    if (uri !== undefined) this.stale.set(uri.toString(), uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.catchingUp = this.catchingUp.then(() => this.catchUp())
        .catch((error: unknown) => this.log.error('Cannot follow the workspace', error));
    }, pause);
  }

  private async catchUp(): Promise<void> {
    if (this.phase === 'reading') await this.running;
    // What was stopped is not gone on with by itself.
    if (this.phase !== 'ready') return;
    const [stale, mustList] = [[...this.stale.values()], this.mustList];
    this.stale.clear();
    this.mustList = false;
    const moved = mustList ? await this.listAnew() : [];
    await this.readEach([...stale, ...moved], this.stopping.token);
  }

  /** The files that came and those that went. */
  private async listAnew(): Promise<vscode.Uri[]> {
    const before = this.listed;
    this.listed = await listFiles(this.stopping.token);
    const came = [...this.listed].filter(([key]) => !before.has(key));
    const went = [...before].filter(([key]) => !this.listed.has(key));
    return [...came, ...went].map(([, uri]) => uri);
  }
}

/** Nothing of what is gone or may not be read; undefined for what is too large to be code that a person wrote. */
async function bytesOf(uri: vscode.Uri, largest: number): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > largest ? undefined : await vscode.workspace.fs.readFile(uri);
  } catch {
    return new Uint8Array();
  }
}

/** Open, and in no folder because it is in no file, or because there is no folder. */
function isUnlisted(uri: vscode.Uri): boolean {
  const hasNoFolder = (vscode.workspace.workspaceFolders ?? []).length === 0;
  return (uri.scheme === 'untitled' || (hasNoFolder && uri.scheme === 'file')) && openDocument(uri) !== undefined;
}

function unlistedDocuments(): vscode.Uri[] {
  return vscode.workspace.textDocuments.filter((document) => isPython(document) && isUnlisted(document.uri)).map(({ uri }) => uri);
}
