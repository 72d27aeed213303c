/**
 * What each open text says, read when it is first asked for and again when it has changed. Nothing is read of a text
 * that nobody asks about, and what is closed is forgotten.
 */
import * as vscode from 'vscode';
import type { Document } from '../documents/document';
import type { Facts } from '../models/facts';
import { followingModels, followModels } from '../models/followModels';
import { atOnce, type Steps } from '../usages/inSteps';
import { namesOf } from '../python/names';
import { parse } from '../python/parse';
import type { SyntaxTree } from '../python/syntax';
import { optionsOf, type Analysis as Findable } from '../usages/analyze';
import { mayConfigureActivations } from '../usages/configuration/prefilter';
import { EditedText } from '../usages/edited/editedText';
import { readingOf } from '../usages/findUsages';
import type { Reading } from '../usages/reading';
import type { Usage } from '../usages/usage';
import type { Log } from './log';
import { Slices } from './slices';
import { configurationLanguageOf, isSame, largestText, locationOf, offsetIn, readSource, sourceOf, type Location, type Source } from './source';

type Found = Omit<Findable, 'document'>;

/** One text, read. Offsets are those of the whole text, which for a notebook is all its Python cells. */
export class Analysis {
  private parsed: SyntaxTree | undefined;
  private followed: Facts | undefined;
  private lookedInto: Reading | undefined;

  constructor(readonly source: Source, readonly document: Document, private readonly found: Found) {
    this.parsed = found.tree;
  }

  /** In which there is no code that a choice could be put into. */
  get isConfiguration(): boolean {
    return this.source.parts.some((part) => configurationLanguageOf(part) !== undefined);
  }

  get usages(): readonly Usage[] {
    return this.found.usages;
  }

  /** A text in which no activation can be is not parsed until somebody wants to write one there. */
  get tree(): SyntaxTree {
    return (this.parsed ??= parse(this.document.text, optionsOf(this.document)));
  }

  /** What becomes of values, followed when it is first asked for; undefined where nothing can be an activation. */
  get facts(): Facts | undefined {
    const { tree, usages } = this.found;
    return tree && (this.followed ??= followModels({ tree, names: namesOf(tree), usages }));
  }

  /** For who looks into the text once more. */
  get reading(): Reading {
    return (this.lookedInto ??= readingOf(this.tree));
  }

  /** What rules and models are asked about. Values are followed once, whoever asks first. */
  get read(): Findable & { readonly facts: () => Facts | undefined; readonly following: () => Steps<void> } {
    return { document: this.document, ...this.found, facts: () => this.facts, following: () => this.following() };
  }

  /** What `facts` gives, found out in steps. */
  private *following(): Steps<void> {
    const { tree, usages } = this.found;
    if (tree === undefined || this.followed !== undefined) return;
    const facts = yield* followingModels({ tree, names: namesOf(tree), usages });
    this.followed ??= facts;
  }

  /** The use whose expression holds the place, the innermost one where they are nested. */
  usageAt(part: vscode.TextDocument, position: vscode.Position): Usage | undefined {
    const offset = this.offsetAt(part, position);
    const around = this.usages.filter(({ expression }) => expression.start <= offset && offset <= expression.end);
    return around.sort((a, b) => length(a) - length(b))[0];
  }

  /** The use at the place, else the one nearest to it on its line. */
  usageNear(part: vscode.TextDocument, position: vscode.Position): Usage | undefined {
    const offset = this.offsetAt(part, position);
    const line = part.lineAt(position.line).range;
    const [start, end] = [this.offsetAt(part, line.start), this.offsetAt(part, line.end)];
    const distance = ({ span }: Usage): number => Math.max(span.start - offset, offset - span.end, 0);
    const onLine = this.usages.filter(({ span }) => start <= span.start && span.end <= end);
    return this.usageAt(part, position) ?? onLine.sort((a, b) => distance(a) - distance(b))[0];
  }

  offsetAt(part: vscode.TextDocument, position: vscode.Position): number {
    return offsetIn(this.source, this.document, part, part.offsetAt(position));
  }

  locationOf(span: { readonly start: number; readonly end: number }): Location | undefined {
    return locationOf(this.source, this.document, span);
  }
}

function length({ expression }: Usage): number {
  return expression.end - expression.start;
}

export class Analyses implements vscode.Disposable {
  private readonly kept = new Map<string, Analysis>();
  /** What is edited is not read from its start again with every letter. */
  private readonly edited = new Map<string, EditedText>();
  private readonly running = new Map<string, { readonly source: Source; readonly read: Promise<void> }>();
  private readonly slices = new Slices();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly log: Log) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => this.forget(uri)),
    );
  }

  /** Undefined for what is no Python, too large, or binary. */
  of(document: vscode.TextDocument): Analysis | undefined {
    const source = sourceOf(document);
    if (source === undefined) return undefined;
    const key = source.uri.toString();
    const kept = this.kept.get(key);
    if (kept !== undefined && isSame(kept.source, source)) return kept;
    const analysis = this.log.attempt(`Cannot read ${key}`, () => atOnce(analysing(source, this.editedOf(key))));
    if (analysis === undefined) this.kept.delete(key);
    else this.kept.set(key, analysis);
    return analysis;
  }

  /** The same in slices, between which the editor goes on; of a text that changes meanwhile what it says then. */
  async inSlices(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const source = sourceOf(document);
    if (source === undefined) return undefined;
    const key = source.uri.toString();
    const kept = this.kept.get(key);
    if (kept !== undefined && isSame(kept.source, source)) return kept;
    const running = this.running.get(key);
    if (running === undefined || !isSame(running.source, source)) this.running.set(key, { source, read: this.readInSlices(source, key) });
    await this.running.get(key)?.read;
    return this.of(document);
  }

  private async readInSlices(source: Source, key: string): Promise<void> {
    try {
      const before = this.kept.get(key);
      const analysis = await this.slices.through(analysing(source, this.editedOf(key)));
      // Meanwhile the text may have been closed, or somebody may have asked what it says now.
      const isWanted = this.running.get(key)?.source === source && this.kept.get(key) === before;
      if (analysis !== undefined && isWanted) this.kept.set(key, analysis);
    } catch (error) {
      this.log.error(`Cannot read ${key}`, error);
    }
  }

  /** Also of a configuration, whose parsers are loaded when the first one is asked about. */
  async at(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const language = configurationLanguageOf(document);
    if (language === undefined) return this.of(document);
    const source = { uri: document.uri, parts: [document], versions: [document.version] };
    const key = document.uri.toString();
    const kept = this.kept.get(key);
    if (kept !== undefined && isSame(kept.source, source)) return kept;
    const text = document.getText();
    if (text.length > largestText || !mayConfigureActivations(text)) return undefined;
    const { analyzeConfiguration } = await import('../usages/configuration/analyzeConfiguration');
    const analysis = this.log.attempt(`Cannot read ${key}`, () => {
      const { document: read, usages } = analyzeConfiguration(text, language, document.uri.path);
      return new Analysis(source, read, { usages });
    });
    if (analysis !== undefined) this.kept.set(key, analysis);
    return analysis;
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.kept.clear();
    this.edited.clear();
  }

  private editedOf(key: string): EditedText {
    const edited = this.edited.get(key) ?? new EditedText();
    this.edited.set(key, edited);
    return edited;
  }

  private forget(uri: vscode.Uri): void {
    this.kept.delete(uri.toString());
    this.edited.delete(uri.toString());
    this.running.delete(uri.toString());
  }
}

export function isTooLarge(document: vscode.TextDocument): boolean {
  const source = sourceOf(document);
  return source !== undefined && readSource(source).text.length > largestText;
}

function* analysing(source: Source, edited: EditedText): Steps<Analysis | undefined> {
  const document = readSource(source);
  return document.text.length > largestText || document.text.includes('\0') ? undefined : new Analysis(source, document, yield* edited.analyzing(document));
}
