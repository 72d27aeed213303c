/** A view of the Lab survives its link: whatever a person changed is there again, and what was read in the code is not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { readLink } from '../../src/protocol/link';
import { linkOf, shownBy } from '../../webview/linked';
import { addCurve, changeCurve, emptySubject, mostCurves, removeCurve, setParameter, stateOf, type LabState } from '../../webview/state';

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((value) => value + 0);
const positive = fc.double({ noNaN: true, min: 1e-6, max: 1e3 });
const drawable = activations.filter(({ kind }) => kind !== 'vector').map(({ id }) => id);

type Change = (state: LabState) => LabState;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ min: number, span: positive }).map(({ min, span }): Change => (state) => ({ ...state, range: { min, max: min + span } })),
  fc.tuple(fc.boolean(), fc.boolean()).map(([gradient, curvature]): Change => (state) => ({ ...state, shown: { output: true, gradient, curvature } })),
  fc.option(fc.record({ mean: number, deviation: positive })).map((inputs): Change => (state) => ({ ...state, inputs: inputs ?? undefined })),
  positive.map((threshold): Change => (state) => ({ ...state, threshold })),
  fc.option(number).map((crosshair): Change => (state) => ({ ...state, crosshair: crosshair ?? undefined, pinned: crosshair !== null })),
  fc.constantFrom('curves' as const, 'depth' as const, 'understand' as const).map((view): Change => (state) => ({ ...state, view })),
  fc.constantFrom(...drawable).map((activation): Change => (state) => addCurve(state, { activation, parameters: {} })),
  fc.constantFrom('x * exp(-x^2)', 'max(0, x) + 1').map((expression): Change => (state) => addCurve(state, { activation: '', expression, parameters: {} })),
  fc.nat(5).map((place): Change => (state) => (state.curves.length > 1 ? removeCurve(state, state.curves[place % state.curves.length]?.key ?? 0) : state)),
  fc.nat(5).map((place): Change => (state) => changeCurve(state, state.curves[place % state.curves.length]?.key ?? 0, (curve) => ({ ...curve, hidden: !curve.hidden }))),
  fc.tuple(fc.nat(5), number).map(([place, value]): Change => (state) => {
    const curve = state.curves[place % state.curves.length];
    const name = Object.entries(curve?.parameters ?? {}).find(([, each]) => typeof each === 'number')?.[0];
    return curve && name !== undefined ? setParameter(state, curve.key, name, value) : state;
  }),
  fc.nat(5).map((place): Change => (state) => ({ ...state, focused: state.curves[place % state.curves.length]?.key ?? 0 })),
  fc.array(number, { minLength: 2, maxLength: mostCurves }).map((logits): Change => (state) => ({ ...state, vector: { ...state.vector, logits } })),
  fc.boolean().map((tableView): Change => (state) => ({ ...state, tableView })),
  fc.constant<Change>((state) => ({ ...state, situation: { role: { value: 'hidden', sureness: 'corrected' }, constraints: [{ value: 'int8', sureness: 'read' }] } })),
);

/** All that a link carries. */
function essence({ subject: _, following: __, curves, ...rest }: LabState): unknown {
  return JSON.parse(JSON.stringify({ ...rest, curves: curves.map(({ original: ___, inCode: ____, ...curve }) => curve) }));
}

test('whatever was changed', () => {
  const start = fc.constantFrom(...drawable).map((activation) => stateOf({ curves: [{ activation, parameters: {} }], situation: { constraints: [] }, following: false }));
  fc.assert(fc.property(start, fc.array(change, { maxLength: 12 }), (initial, changes) => {
    const state = changes.reduce((changed, each) => each(changed), initial);
    const query = linkOf(state);
    fc.pre(query.length <= 8000);
    const shown = shownBy(query, emptySubject);
    expect(shown?.refused).toEqual([]);
    expect(shown && essence(shown.state)).toEqual(essence(state));
    expect(shown && linkOf(shown.state)).toBe(query);
  }), { numRuns: 150 });
});

test('what is as the Lab shows it by itself takes no room, and neither code nor file is told', () => {
  const state = stateOf({
    usage: { activation: 'gelu', parameters: {}, assumed: [], framework: 'pytorch', code: 'nn.GELU()', place: 'secret.py:42' },
    curves: [{ activation: 'gelu', parameters: {} }], situation: { framework: { value: 'pytorch', sureness: 'read', evidence: { offset: 0, text: 'import secret' } }, constraints: [] }, following: true,
  });
  expect(linkOf(state)).toBe('f=gelu&situation.framework.value=pytorch&situation.framework.sureness=read');
});

test('fields of any other kind are refused by name, and the rest is shown', () => {
  fc.assert(fc.property(fc.string({ maxLength: 40 }), (noise) => {
    const query = `f=gelu&${noise}`;
    const read = readLink(query);
    const shown = shownBy(query, emptySubject);
    expect(shown === undefined).toBe('problem' in read);
    if (shown && !('problem' in read) && read.curves.length === 1) expect(shown.state.curves.map(({ activation }) => activation)).toEqual(['gelu']);
  }), { numRuns: 200 });
});
