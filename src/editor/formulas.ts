/** The typeset formulas that ship with the extension, each read when it is first shown. */
import * as vscode from 'vscode';
import { readFormulas } from '../pictures/formula';
import type { TypesetFormulas } from '../pictures/formula';
import type { Log } from './log';

export class Formulas {
  private readonly read = new Map<string, Promise<TypesetFormulas | undefined>>();

  constructor(private readonly extension: vscode.Uri, private readonly log: Log) {}

  /** Undefined where the file is missing or damaged; the texts then do without it. */
  of(activation: string): Promise<TypesetFormulas | undefined> {
    const known = this.read.get(activation);
    if (known) return known;
    const reading = this.load(activation);
    this.read.set(activation, reading);
    return reading;
  }

  private async load(activation: string): Promise<TypesetFormulas | undefined> {
    const file = vscode.Uri.joinPath(this.extension, 'dist', 'formulas', `${activation}.json`);
    try {
      return readFormulas(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    } catch (error) {
      this.log.error(`Cannot read the formulas of ${activation}`, error);
      return undefined;
    }
  }
}
