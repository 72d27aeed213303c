/** The page that holds the Lab: the same in VS Code and in the tests, so that its policy is tested as it ships. */
import type { LabSubject } from './messages';

interface LabPage {
  /** Fresh for each page. */
  readonly nonce: string;
  /** The origin of the extension's files: `webview.cspSource`. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The program of the worker that simulates networks: a page may not start it from there, but may read it. */
  readonly workerUri: string;
  readonly title: string;
  /** What the page begins with, before it can hear of anything. */
  readonly subject?: LabSubject | undefined;
}

/**
 * The toolkit appends an empty style element to probe for `:focus-visible`; it takes its nonce from the
 * `csp-nonce` meta element, and without one that probe would break the policy.
 */
export function labHtml({ nonce, cspSource, scriptUri, styleUri, workerUri, title, subject }: LabPage): string {
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `connect-src ${cspSource}`,
    'worker-src blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${escapeHtml(nonce)}">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(styleUri)}" nonce="${escapeHtml(nonce)}">
</head>
<body>
<div id="lab" data-worker="${escapeHtml(workerUri)}"${subject === undefined ? '' : ` data-subject="${escapeHtml(JSON.stringify(subject))}"`}></div>
<script src="${escapeHtml(scriptUri)}" nonce="${escapeHtml(nonce)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
