/**
 * The files of the workspace in which activations may be, without those that a person keeps out of searches. Asked of VS
 * Code alone, so that it is the same in a folder, in several, and in one that lies elsewhere.
 */
import * as vscode from 'vscode';
import { withoutBraces } from '../inventory/braces';
import { ignoredBy, type IgnoreFile } from '../inventory/ignored';

export const codeFiles = '**/*.{py,ipynb}';
/** With the configurations of models. */
export const readFiles = '**/*.{py,ipynb,json,jsonc,yaml,yml,toml}';
export const ignoreFiles = '**/.gitignore';

/** Environments and caches: what is in them was not written here, and the terminal leaves them out too. */
const foreign = ['**/node_modules', '**/__pycache__', '**/site-packages', '**/venv', '**/.*'];

/** Each file once, also where one folder of the workspace lies in another. */
export async function listFiles(token: vscode.CancellationToken, files = readFiles): Promise<ReadonlyMap<string, vscode.Uri>> {
  const lists = await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => filesIn(folder, files, token)));
  return new Map(lists.flat().map((uri) => [uri.toString(), uri]));
}

async function filesIn(folder: vscode.WorkspaceFolder, files: string, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const search = vscode.workspace.getConfiguration('search', folder);
  const pattern = new vscode.RelativePattern(folder, files);
  const uris = await vscode.workspace.findFiles(pattern, new vscode.RelativePattern(folder, globOf(excludedBy(search))), undefined, token);
  if (!search.get('useIgnoreFiles', true)) return uris;
  const isIgnored = ignoredBy(await ignoreFilesIn(folder, token));
  return uris.filter((uri) => !isIgnored(pathIn(folder, uri)));
}

/** `files.exclude` applies by itself. A condition such as `{ "when": "$(basename).ts" }` speaks of other files, not of these. */
function excludedBy(search: vscode.WorkspaceConfiguration): string[] {
  const excluded = Object.entries(search.get<Record<string, unknown>>('exclude', {})).filter(([, value]) => value === true);
  return [...foreign, ...excluded.map(([glob]) => glob)];
}

function globOf(globs: readonly string[]): string {
  return `{${globs.flatMap(withoutBraces).join(',')}}`;
}

/** The extension API lists files as if there were no `.gitignore`, so these are read here. */
async function ignoreFilesIn(folder: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<IgnoreFile[]> {
  const skipped = new vscode.RelativePattern(folder, globOf(foreign.filter((glob) => glob !== '**/.*')));
  const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, ignoreFiles), skipped, undefined, token);
  return Promise.all(uris.map(async (uri) => {
    const bytes = await vscode.workspace.fs.readFile(uri).then((read) => read, () => new Uint8Array());
    return { folder: pathIn(folder, uri).replace(/\/?\.gitignore$/, ''), text: new TextDecoder().decode(bytes) };
  }));
}

function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  const base = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  return uri.path.startsWith(base) ? uri.path.slice(base.length) : uri.path;
}
