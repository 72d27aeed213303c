/** What leaves the Lab: into a file that the person names, and onto the clipboard. */
import * as vscode from 'vscode';
import { citations } from '../activations/citations';
import type { Copied, ExportFormat, ToHost } from '../protocol/messages';

const shortly = 2000;

/** Says why nothing was saved; to change one's mind is no failure. */
export async function exportFile({ format, name, data }: Extract<ToHost, { type: 'export' }>): Promise<string | undefined> {
  const target = await vscode.window.showSaveDialog({ filters: filtersOf(format), title: vscode.l10n.t('Export the Plot'), ...proposed(`${name}.${format}`) });
  if (target === undefined) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, format === 'png' ? decoded(data) : new TextEncoder().encode(data));
  } catch (error) {
    return vscode.l10n.t('{0} could not be written: {1}', target.path, error instanceof Error ? error.message : String(error));
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('Saved as {0}', target.path.slice(target.path.lastIndexOf('/') + 1)), 2 * shortly);
  return undefined;
}

function filtersOf(format: ExportFormat): Record<string, string[]> {
  const names = { png: vscode.l10n.t('PNG picture'), svg: vscode.l10n.t('SVG picture'), csv: vscode.l10n.t('Comma-separated values') };
  return { [names[format]]: [format] };
}

/** Beside the code; where no folder is open VS Code proposes a place. */
function proposed(name: string): Pick<vscode.SaveDialogOptions, 'defaultUri'> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder.uri, name) };
}

function decoded(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * Links of the desktop are for everybody; in a browser only an address that VS Code makes itself leads back to it. Whoever
 * reads an address decodes its query once, so what the query has escaped is escaped once more.
 */
export async function copyLink(query: string, extension: string): Promise<void> {
  const link = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extension, path: labPath });
  const text = vscode.env.uiKind === vscode.UIKind.Web
    ? (await vscode.env.asExternalUri(link.with({ query }))).toString()
    : `${link.toString()}?${query.replaceAll('%', '%25')}`;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Link copied'), shortly);
}

export const labPath = '/lab';

export function tellCopied(what: Copied): void {
  const words: Readonly<Record<Copied, string>> = {
    image: vscode.l10n.t('Plot copied'), table: vscode.l10n.t('Table copied'), value: vscode.l10n.t('Value copied'),
    formula: vscode.l10n.t('Formula copied'), code: vscode.l10n.t('Code copied'),
  };
  vscode.window.setStatusBarMessage(words[what], shortly);
}

export async function openCitation(key: string): Promise<void> {
  const citation = Object.entries(citations).find(([candidate]) => candidate === key)?.[1];
  if (citation?.url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(citation.url));
}
