/** What the Lab is told of a use in the code. */
import * as vscode from 'vscode';
import type { ParameterValues } from '../activations/activation';
import { valuesOf } from '../inventory/use';
import { readSituation } from '../models/readSituation';
import { stackAround } from '../models/stack';
import type { StartingWeights } from '../models/startingWeights';
import { isLabSubject } from '../protocol/guards';
import type { LabModel, LabSubject, LabUsage } from '../protocol/messages';
import type { Usage } from '../usages/usage';
import type { Analysis } from './analysis';
import { madeAt } from './maker';
import { cellIndexOf } from './source';

/** As much of an expression as fits on the Lab's first line. */
const longestCode = 60;

export type Focus = NonNullable<LabSubject['focus']>;

export function subjectOf(analysis: Analysis, usage: Usage, following: boolean, focus?: Focus): LabSubject {
  const shown = labUsage(analysis, usage);
  const model = labModel(analysis, usage);
  return {
    usage: shown,
    curves: [{ activation: shown.activation, parameters: shown.parameters }],
    situation: readSituation(analysis.tree, usage, analysis.usages, analysis.facts),
    ...(model === undefined ? {} : { model }),
    following,
    ...(focus === undefined ? {} : { focus }),
  };
}

/** A function that stands in no code. */
export function subjectOfActivation(activation: string, following: boolean, focus?: Focus, parameters: ParameterValues = {}): LabSubject {
  return {
    curves: [{ activation, parameters }],
    situation: { constraints: [] },
    following,
    ...(focus === undefined ? {} : { focus }),
  };
}

/** What a configuration asks for, which has no code that a choice could be put into. */
export function subjectOfSetting(analysis: Analysis, usage: Usage, focus?: Focus): LabSubject {
  return { ...subjectOfActivation(usage.activation, false, focus, valuesOf(usage)), place: placeOf(analysis, usage) };
}

function labModel(analysis: Analysis, usage: Usage): LabModel | undefined {
  const { facts, tree } = analysis;
  const stack = facts && stackAround(tree, facts, usage);
  // A single layer, such as that of a block which another file stacks, does not tell how deep the network is.
  if (stack === undefined || stack.layers < 2) return undefined;
  const { name, layers, activations, width, start } = stack;
  return {
    ...(name === undefined ? {} : { name }),
    layers, activations,
    ...(width === undefined ? {} : { width }),
    ...(start === undefined ? {} : { start: startOf(start) }),
    file: nameOf(analysis.source.uri),
  };
}

function startOf({ gain, name, code }: StartingWeights): NonNullable<LabModel['start']> {
  return { gain, code, ...(name === undefined ? {} : { name }) };
}

function labUsage(analysis: Analysis, usage: Usage): LabUsage {
  const made = madeAt({ analysis, usage });
  return {
    activation: usage.activation,
    parameters: Object.fromEntries(usage.parameters.map(({ name, value }) => [name, value])),
    assumed: usage.parameters.filter(({ source }) => source === 'unknown').map(({ name }) => name),
    framework: usage.framework,
    code: codeOf(analysis, usage),
    place: placeOf(analysis, usage),
    ...(made === undefined ? {} : { madeAt: made }),
  };
}

export function codeOf({ document }: Analysis, { expression }: Usage): string {
  const code = document.text.slice(expression.start, expression.end).replace(/\s+/g, ' ');
  return code.length <= longestCode ? code : `${code.slice(0, longestCode - 1)}…`;
}

/** `model.py:42 in FeedForward.forward`, and in a notebook the cell as it is counted there. */
export function placeOf(analysis: Analysis, usage: Usage): string {
  const location = analysis.locationOf(usage.span);
  if (location === undefined) return '';
  const { document, range } = location;
  const line = range.start.line + 1;
  const file = nameOf(analysis.source.uri);
  const cell = cellIndexOf(document);
  const at = cell === undefined ? `${file}:${line}` : vscode.l10n.t('{0}, cell {1}:{2}', file, cell + 1, line);
  return usage.scope === '' ? at : vscode.l10n.t('{0} in {1}', at, usage.scope);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** What a page kept before a reload. */
export function storedSubject(state: unknown): LabSubject | undefined {
  const stored: unknown = typeof state === 'object' && state !== null && 'subject' in state ? state.subject : undefined;
  return isLabSubject(stored) ? withoutFocus(stored) : undefined;
}

export function withoutFocus({ focus: _, ...subject }: LabSubject): LabSubject {
  return subject;
}
