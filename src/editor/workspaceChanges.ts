/** All by which what is used where may change: files, settings, and what is typed and not saved yet. */
import * as vscode from 'vscode';
import { isRead, notebookOf } from './source';
import { ignoreFiles, readFiles } from './workspaceFiles';

interface Changes {
  /** The text of a file, notebook or document that is in no file. */
  readonly text: (uri: vscode.Uri) => void;
  /** A file to read, or a folder, in which files may be that no event of their own tells of. */
  readonly added: (uri: vscode.Uri) => void;
  /** A file or a whole folder, which says nothing of what was in it. */
  readonly removed: (uri: vscode.Uri) => void;
  /** Which files count. */
  readonly rules: () => void;
}

export function watchWorkspace(changes: Changes): vscode.Disposable {
  return vscode.Disposable.from(watchFiles(changes), watchRules(changes.rules), watchDocuments(changes.text));
}

function watchFiles({ text, added, removed }: Changes): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(readFiles, false, false, true);
  const all = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  return vscode.Disposable.from(
    files, all, files.onDidChange(text), files.onDidCreate(added), all.onDidDelete(removed),
    all.onDidCreate((uri) => {
      if (!hasExtension(uri)) void isFolder(uri).then((is) => is && added(uri));
    }),
  );
}

/** Tools write thousands of files at once; what is named as a file is not asked whether it is a folder. */
function hasExtension(uri: vscode.Uri): boolean {
  return /\.[a-z]\w*$/i.test(uri.path);
}

/** A folder that is made or moved in with its files is watched from then on only: files already in it come without an event. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.Directory;
  } catch {
    return false;
  }
}

const settings = ['files.exclude', 'search.exclude', 'search.useIgnoreFiles'];

function watchRules(rules: () => void): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(ignoreFiles);
  return vscode.Disposable.from(
    files, files.onDidChange(rules), files.onDidCreate(rules), files.onDidDelete(rules),
    vscode.workspace.onDidChangeWorkspaceFolders(rules),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (settings.some((setting) => event.affectsConfiguration(setting))) rules();
    }),
  );
}

/** What was closed without being saved is again what the file says. */
function watchDocuments(text: (uri: vscode.Uri) => void): vscode.Disposable {
  const changed = (document: vscode.TextDocument): void => {
    if (isRead(document)) text(notebookOf(document)?.uri ?? document.uri);
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) changed(document);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.isUntitled) changed(document);
    }),
    vscode.workspace.onDidCloseTextDocument(changed),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) text(notebook.uri);
    }),
    vscode.workspace.onDidCloseNotebookDocument(({ uri }) => text(uri)),
  );
}
