/** The page's policy, and that nothing put into it can open it. */
import { describe, expect, test } from 'vitest';
import { labHtml } from '../../src/protocol/labPage';

const page = { nonce: 'n0nce', cspSource: 'https://x.vscode-cdn.net', scriptUri: 'https://x.vscode-cdn.net/main.js', styleUri: 'https://x.vscode-cdn.net/style.css', workerUri: 'https://x.vscode-cdn.net/worker.js', title: 'Activation Lens' };

describe('the policy', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(labHtml(page))?.[1] ?? '';

  test('starts from nothing and allows no inline code or style', () => {
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toContain('unsafe');
  });

  test('takes scripts by the nonce alone', () => expect(policy).toContain("script-src 'nonce-n0nce'"));

  test('reads the extension’s own files alone, and starts workers from memory alone', () => {
    expect(policy).toContain('connect-src https://x.vscode-cdn.net;');
    expect(policy).toMatch(/worker-src blob:$/);
  });

  test('gives the toolkit its nonce', () => expect(labHtml(page)).toContain('<meta property="csp-nonce" content="n0nce">'));
});

test('has no inline script, handler or style', () => {
  const html = labHtml(page);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/\son[a-z]+=/);
  expect(html).not.toMatch(/\sstyle=/);
});

test('carries what it begins with as text', () => {
  const subject = { curves: [{ activation: '', expression: `x > 0 ? "a" : '<script>alert(1)</script>' & x`, parameters: {} }], situation: { constraints: [] }, following: false };
  const html = labHtml({ ...page, subject });
  expect(html).not.toContain('<script>alert');
  const attribute = /data-subject="([^"]*)"/.exec(html)?.[1] ?? '';
  const text = attribute.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  expect(JSON.parse(text)).toEqual(subject);
});

test('escapes what it is given', () => {
  const html = labHtml({ ...page, title: '</title><script>alert(1)</script>', scriptUri: 'x" onload="alert(1)' });
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('onload="alert');
});
