/**
 * SARIF 2.1.0, which code scanning and editors read (https://docs.oasis-open.org/sarif/sarif/v2.1.0). What is wrong is a result
 * that fails; a use is one that only informs, so that a list of them raises no alarm.
 */
import { version } from '../../../package.json';
import type { ReportedEdit, ReportedFinding, ReportedFix, ReportedRange, ReportedUsage } from '../../reports/report';
import { rules } from '../../rules/catalogue';
import { callOf, sourceOf } from '../calls';
import type { Tally } from '../tally';
import { separated, type Format } from './format';
import { levels, ruleDescriptor } from './sarifRules';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The rule of every use: what a use is of is among its properties. */
const useRule = {
  id: 'activation',
  shortDescription: { text: 'An activation function is used.' },
  defaultConfiguration: { level: 'none' },
};

export function sarif(): Format {
  const next = separated('', ',\n');
  const tool = JSON.stringify({ driver: { name: 'Activation Lens', semanticVersion: version, rules: [useRule, ...rules.map(ruleDescriptor)] } });
  return {
    begin: `{"$schema":"${schema}","version":"2.1.0","runs":[{"tool":${tool},"columnKind":"utf16CodeUnits","results":[\n`,
    file: ({ path, usages, findings }) => [
      ...findings.map((finding) => resultOfFinding(path, finding)),
      ...usages.map((usage) => resultOfUsage(path, usage)),
    ].map((result) => next(JSON.stringify(result))).join(''),
    end: (tally) => `\n],"invocations":[${JSON.stringify(invocationOf(tally))}]}]}\n`,
  };
}

function resultOfUsage(path: string, usage: ReportedUsage): object {
  const { activation, framework, symbol, form, certainty, parameters, cell, range } = usage;
  return {
    ruleId: useRule.id,
    kind: 'informational',
    level: 'none',
    message: { text: `${callOf(usage)}, as ${sourceOf(usage)}.` },
    locations: [locationOf(path, cell, range)],
    properties: { activation, framework, symbol, form, certainty, parameters },
  };
}

function resultOfFinding(path: string, finding: ReportedFinding): object {
  const { rule, severity, confidence, message, cell, range, related, fix } = finding;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(path, cell, range)],
    ...(related.length === 0 ? {} : {
      relatedLocations: related.map((relation) => ({ ...locationOf(path, relation.cell, relation.range), message: { text: relation.message } })),
    }),
    ...(fix === null ? {} : fixesOf(path, fix)),
    properties: { confidence },
  };
}

/** Edits of a notebook's cells have no lines in its file, and are left out. */
function fixesOf(path: string, { title, edits }: ReportedFix): object {
  if (edits.some(({ cell }) => cell !== null)) return {};
  return { fixes: [{ description: { text: title }, artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements: edits.map(replacementOf) }] }] };
}

function replacementOf({ range, newText }: ReportedEdit): object {
  return { deletedRegion: regionOf(range), insertedContent: { text: newText } };
}

/** A cell has no lines of its own in the file of its notebook, so there the place is among the properties. */
function locationOf(path: string, cell: number | null, range: ReportedRange): object {
  const artifactLocation = { uri: uriOf(path) };
  if (cell === null) return { physicalLocation: { artifactLocation, region: regionOf(range) } };
  return {
    physicalLocation: { artifactLocation },
    logicalLocations: [{ name: `cell ${cell + 1}` }],
    properties: { cell, range },
  };
}

function regionOf({ start, end }: ReportedRange): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Relative to where the program was started, unless the path is a whole one. */
function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const encoded = slashed.split('/').map((part) => encodeURIComponent(part)).join('/');
  if (slashed.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(slashed) ? `file:///${encoded.replace('%3A', ':')}` : encoded.replace(/^(\.\/)+/, '');
}

function invocationOf({ skipped, interrupted }: Tally): object {
  const notifications = skipped.map(({ path, reason }) => ({
    level: 'error',
    message: { text: reason },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  }));
  return {
    executionSuccessful: !interrupted,
    ...(interrupted ? { exitSignalName: 'SIGINT' } : {}),
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}
