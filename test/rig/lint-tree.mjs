/** What ESLint does not see: whole files and how they hang together. Part of `npm run lint`. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { isManifestStale, staleCatalogues } from './catalogue.mjs';
import { root } from './paths.mjs';
import { isRuleCoverageStale, rulesWithoutCases } from './ruleCoverage.mjs';
import { isRulesPageStale } from './rulesPage.mjs';

const longest = 300;
/** Tables, which grow with what is known and are not read from top to bottom; the last lists the kinds of syntax. */
const tables = [/Rows\.ts$/, /\/catalogue\.ts$/, /\/citations\.ts$/, /\/evidence\//, /\/python\/syntax\.ts$/];
/** The grammar of Python is recursive, so the files that read it call each other, and so do those that follow what it says. */
const recursive = /^src\/(python|models\/following)\//;

const files = ['src', 'webview']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)))
  .filter((file) => file.endsWith('.ts'));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const nameOf = (file) => relative(root, file).replaceAll('\\', '/');

function longFiles() {
  return files
    .filter((file) => !tables.some((table) => table.test(nameOf(file))))
    .map((file) => ({ file, lines: sources.get(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > longest)
    .map(({ file, lines }) => `${nameOf(file)} has ${lines} lines, more than ${longest}: it holds more than one idea`);
}

/** Imports of types alone are left out: nothing of them is there at run time. */
function importsOf(file) {
  const source = sources.get(file).replaceAll(/^import type [^;]+;/gm, '');
  return ts.preProcessFile(source).importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => `${join(dirname(file), fileName)}.ts`)
    .filter((target) => sources.has(target));
}

/** Each way back to where it came from, found by walking every import once. */
function cycles() {
  const found = [];
  const finished = new Set();
  const walk = (file, path) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file]);
    if (path.includes(file) || finished.has(file)) return;
    for (const target of importsOf(file)) walk(target, [...path, file]);
    finished.add(file);
  };
  for (const file of files) walk(file, []);
  return found
    .map((cycle) => cycle.map(nameOf))
    .filter((cycle) => !cycle.every((file) => recursive.test(file)))
    .map((cycle) => `imports go in a circle: ${cycle.join(' → ')}`);
}

function staleLists() {
  return staleCatalogues().map((folder) => `src/${folder}/catalogue.ts is stale: npm run catalogue`);
}

const stalePage = await isRulesPageStale() ? ['media/rules.md is stale: npm run catalogue'] : [];
const staleManifest = await isManifestStale() ? ['the rules in package.json are stale: npm run catalogue'] : [];
const staleCoverage = await isRuleCoverageStale() ? ['test/rules/coverage.md is stale: npm run catalogue'] : [];
const untested = (await rulesWithoutCases()).map((id) => `test/rules/${id}.test.ts lacks cases where the rule fires, or where it is silent`);
const faults = [...longFiles(), ...cycles(), ...staleLists(), ...stalePage, ...staleManifest, ...staleCoverage, ...untested];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
