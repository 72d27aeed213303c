import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findActivation } from '../../src/activations/catalogue';
import { frameworks } from '../../src/frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../../src/frameworks/framework';
import { staleCatalogues } from '../rig/catalogue.mjs';

const all = frameworks.flatMap((framework) => framework.symbols.map((symbol) => ({ framework, symbol })));

/** What is wrong with a symbol, as sentences. */
function faultsOf(symbol: FrameworkSymbol): string[] {
  const meant = [symbol.activation, ...(symbol.variants ?? []).flatMap(({ activation }) => activation ?? [])];
  const parameters = new Set(meant.flatMap((id) => Object.keys(findActivation(id)?.parameters ?? {})));
  const own = findActivation(symbol.activation)?.parameters ?? {};
  const argumentNames = symbol.arguments.map(({ name }) => name);
  return [
    ...meant.filter((id) => findActivation(id) === undefined).map((id) => `${id} is no activation`),
    ...symbol.arguments.flatMap(({ parameter }) => parameter !== undefined && !parameters.has(parameter) ? [`no parameter ${parameter}`] : []),
    ...[...Object.keys(symbol.defaults ?? {}), ...(symbol.versioned ?? [])].flatMap((name) => name in own ? [] : [`no parameter ${name}`]),
    ...Object.entries(symbol.defaults ?? {}).flatMap(([name, value]) => own[name]?.kind === 'choice' && !own[name].choices.includes(String(value)) ? [`no choice ${value}`] : []),
    ...(symbol.variants ?? []).flatMap(({ argument }) => argumentNames.includes(argument) ? [] : [`no argument ${argument}`]),
    ...(new Set(argumentNames).size < argumentNames.length ? ['an argument twice'] : []),
    ...(symbol.note !== undefined && !/^[A-Z0-9].{1,100}\.$/.test(symbol.note) ? ['its note is no short sentence'] : []),
  ];
}

describe.each(frameworks.map((framework) => [framework.id, framework] as const))('%s', (_id, framework: Framework) => {
  test('means activations and parameters that exist', () => {
    const faults = framework.symbols.flatMap((symbol) => faultsOf(symbol).map((fault) => `${symbol.form} ${symbol.name}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test('has every name once in each form', () => {
    const names = framework.symbols.map(({ form, name }) => `${form === 'module' ? 'function' : form} ${name}`);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  test('has default strings that it knows', () => {
    const strings = new Set(framework.symbols.filter(({ form }) => form === 'string').map(({ name }) => name));
    expect(framework.carriers.flatMap((carrier) => carrier.default ?? []).filter((name) => !strings.has(name))).toEqual([]);
  });
});

test('no qualified name belongs to two frameworks', () => {
  const names = all.filter(({ symbol }) => symbol.form === 'function' || symbol.form === 'module').map(({ symbol }) => symbol.name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test('the generated lists are fresh', () => {
  expect(staleCatalogues()).toEqual([]);
});

/**
 * The names under which the frameworks themselves export an activation, gathered from their sources; each line says
 * which framework and form it is and which activation it means.
 */
test('every gathered name is known', () => {
  const gathered = readFileSync(join(__dirname, '../fixtures/frameworks/names.tsv'), 'utf8').trim().split('\n').slice(1);
  const forms = { module: 'callable', function: 'callable', method: 'method', string: 'string', configuration: 'configuration' };
  const known = new Set(all.map(({ framework, symbol }) => [framework.id, forms[symbol.form], symbol.name, symbol.activation].join('\t')));
  expect(gathered.length).toBeGreaterThan(400);
  expect(gathered.filter((line) => !known.has(line))).toEqual([]);
});
