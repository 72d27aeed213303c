/** The state of the Lab as the view of a link: its functions, and what differs from how the Lab shows them by itself. */
import type { Situation } from '../src/models/situation';
import { linkQuery, readLink, type LinkedView, type LinkValue } from '../src/protocol/link';
import type { LabSubject } from '../src/protocol/messages';
import { restored } from './restored';
import { addCurve, isDrawable, stateOf, type Curve, type LabState } from './state';

interface Shown {
  readonly state: LabState;
  /** The fields of the link that this version of the Lab does not know, or that say nonsense. */
  readonly refused: readonly string[];
}

/** Of the place in the code that the view was made at, which a link does not carry. */
const local = ['subject', 'curves', 'following'] as const;

export function linkOf(state: LabState): string {
  return linkQuery(linkedView(state));
}

function linkedView(state: LabState): LinkedView {
  const curves = state.curves.map(({ activation, parameters, expression }) => ({ activation, parameters, ...(expression === undefined ? {} : { expression }) }));
  const plain = plainState({ curves, situation: { constraints: [] }, following: false });
  const changed = Object.entries(difference({ ...plain }, { ...state, situation: withoutEvidence(state.situation) })).filter(([name]) => !local.some((each) => each === name));
  const places = curveFields(state.curves);
  const plainPlaces = curveFields(plain.curves);
  const ownPlaces = Object.entries(places).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(plainPlaces[name as keyof CurveFields]));
  return { curves, fields: Object.fromEntries([...changed, ...ownPlaces]) };
}

/** What the Lab shows of the link's functions with the link's view; nothing for what is no link. */
export function shownBy(query: string, subject: LabSubject): Shown | undefined {
  const view = readLink(query);
  if ('problem' in view) return undefined;
  const plain = plainState({ ...subject, curves: view.curves });
  const { keys, series, hidden, ...fields } = view.fields;
  const curves = plain.curves.map((curve, index) => placed(curve, index, { keys, series, hidden }));
  const start = { ...plain, curves, focused: curves[0]?.key ?? plain.focused };
  const areTold = new Set(curves.map(({ key }) => key)).size === curves.length && restored(start) !== undefined;
  const first: Shown = areTold ? { state: start, refused: [] } : { state: plain, refused: ['series'] };
  return Object.entries(fields).reduce<Shown>((shown, [name, value]) => withField(shown, name, value), first);
}

/** The functions exactly as they are listed, where a gate that is alone would otherwise be shown as several sections. */
function plainState(subject: LabSubject): LabState {
  const state = stateOf(subject);
  const listed = subject.curves.filter(isDrawable).reduce(addCurve, { ...state, curves: [] });
  return { ...state, curves: listed.curves, focused: listed.curves[0]?.key ?? 0 };
}

function withField({ state, refused }: Shown, name: string, value: LinkValue): Shown {
  const isKnown = name in state && !local.some((each) => each === name);
  const candidate = isKnown ? { ...state, [name]: merged(state[name as keyof LabState] as LinkValue | undefined, value) } : undefined;
  return candidate && restored(candidate) ? { state: candidate, refused } : { state, refused: [...refused, name] };
}

/** How the curves are told apart, each list in the order of the functions. */
interface CurveFields {
  readonly keys: readonly number[];
  readonly series: readonly number[];
  /** Places in the order. */
  readonly hidden: readonly number[];
}

function curveFields(curves: readonly Curve[]): CurveFields {
  return {
    keys: curves.map(({ key }) => key),
    series: curves.map(({ series }) => series),
    hidden: curves.flatMap((curve, index) => (curve.hidden ? [index] : [])),
  };
}

function placed(curve: Curve, index: number, { keys, series, hidden }: Readonly<Record<keyof CurveFields, LinkValue | undefined>>): Curve {
  const at = (list: LinkValue | undefined): unknown => (Array.isArray(list) ? (list as readonly unknown[])[index] : undefined);
  const isHidden = Array.isArray(hidden) && hidden.includes(index);
  // Numbers of any kind may stand in a link; whether these are such as curves have is judged with the whole state.
  return { ...curve, key: (at(keys) ?? curve.key) as number, series: (at(series) ?? curve.series) as Curve['series'], hidden: isHidden };
}

/** What was read in whose code is nobody else's business. */
function withoutEvidence({ constraints, ...facts }: Situation): Situation {
  const bare = Object.entries(facts).map(([topic, fact]) => [topic, { value: fact.value, sureness: fact.sureness }]);
  return { ...Object.fromEntries(bare), constraints: constraints.map(({ value, sureness }) => ({ value, sureness })) };
}

type Bag = Readonly<Record<string, unknown>>;

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of a value that are not as they are in another; `null` for what is missing. */
function difference(from: Bag, to: Bag): Record<string, LinkValue> {
  return Object.fromEntries([...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) => {
    const [before, after] = [from[name], to[name]];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [[name, isBag(before) && isBag(after) ? difference(before, after) : (after ?? null) as LinkValue]];
  }));
}

/** A value with parts of it changed as `difference` says. */
function merged(value: unknown, change: LinkValue): unknown {
  if (change === null) return undefined;
  if (!isBag(value) || !isBag(change)) return change;
  const changes = Object.entries(change).map(([name, part]) => [name, merged(value[name], part as LinkValue)] as const);
  return { ...value, ...Object.fromEntries(changes) };
}
