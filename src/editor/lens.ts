/** All that the extension is made of, put together when something is asked of it for the first time. */
import * as vscode from 'vscode';
import { Analyses } from './analysis';
import { Commands } from './commands';
import { DocumentationPages } from './documentationPage';
import { Formulas } from './formulas';
import { Hovers } from './hover';
import { Lab } from './lab';
import { Log } from './log';
import { pickActivation } from './plotPick';

export interface Lens {
  readonly hovers: vscode.HoverProvider;
  readonly commands: Commands;
  readonly lab: Lab;
}

export function createLens({ extensionUri, workspaceState, subscriptions }: vscode.ExtensionContext): Lens {
  const log = new Log();
  const analyses = new Analyses(log);
  const formulas = new Formulas(extensionUri, log);
  const pages = new DocumentationPages(formulas, log);
  const askForCurve = async (): Promise<string | undefined> =>
    (await pickActivation(vscode.l10n.t('Which function shall be added?')))?.activation;
  const lab = new Lab({ extension: extensionUri, memory: workspaceState, analyses, log, pickActivation: askForCurve });
  subscriptions.push(log, analyses, pages, lab);
  return { hovers: new Hovers({ analyses, formulas, log }), commands: new Commands(analyses, lab, pages), lab };
}
