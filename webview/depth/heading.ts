/** The sentence on top: what becomes of signal and gradient, and what would keep them. */
import type { Heading } from '../headline';
import type { LabState } from '../state';
import { nameOfChoice } from './initialisations';
import { layersOf, widthOf } from './model';
import { factorText, sizeText } from './numbers';
import { rowsOf, rowWith, type DepthRow } from './rows';
import type { InitialisationChoice } from './settings';

export function depthHeading(state: LabState): Heading {
  const [row, ...others] = rowsOf(state);
  if (!row) return { headline: 'Nothing to stack here.', explanation: 'Only functions of one number can be followed through layers.' };
  return { headline: answerOf(row, layersOf(state)), explanation: [factorSentence(row), remedy(state, row, others)].filter(Boolean).join(' ') };
}

function answerOf(row: DepthRow, layers: number): string {
  const { name, verdict, choice } = row;
  const first = sizeText(row.gradient[0] ?? NaN, row.gradientPerLayer);
  const last = sizeText(row.signal.at(-1) ?? NaN, row.signal[0] ?? 0);
  if (row.signal.some(Number.isNaN)) return `${name} is not defined for every input.`;
  if (verdict.gradient === 'vanishing') return `${name} loses the gradient: layer 1 of ${layers} receives ${first} of it.`;
  if (verdict.gradient === 'exploding') return `${name} blows up the gradient: layer 1 of ${layers} receives ${first} times as much.`;
  if (verdict.signal === 'vanishing') return `${name} loses the signal: layer ${layers} puts out ${last}.`;
  if (verdict.signal === 'exploding') return `${name} blows up the signal: layer ${layers} puts out ${last}.`;
  if (verdict.signal === 'fading') return `${name} lets the signal fade: layer ${layers} puts out ${last}.`;
  return `${name} with ${inSentence(choice)} is stable through ${layers} layers: layer 1 receives ${first} ${grows(row) ? 'times' : 'of'} the gradient.`;
}

/** More than all of it is no part of it. */
function grows({ gradient }: DepthRow): boolean {
  return (gradient[0] ?? NaN) > 1.005;
}

function factorSentence({ name, choice, gradientPerLayer, verdict }: DepthRow): string {
  if (Number.isNaN(gradientPerLayer)) return '';
  if (gradientPerLayer === 0) return `No gradient passes ${name}.`;
  const with_ = verdict.gradient === 'stable' && verdict.signal === 'stable' ? '' : ` with ${inSentence(choice)}`;
  return `Each layer of ${name}${with_} multiplies the gradient by about ${factorText(gradientPerLayer)}.`;
}

function inSentence(choice: InitialisationChoice): string {
  if (choice.kind === 'edge') return 'weights at the edge of chaos';
  if (choice.kind === 'gain') return nameOfChoice(choice);
  return choice.kind === 'pytorch' ? 'PyTorch’s default' : `${nameOfChoice(choice)} initialisation`;
}

const remedies: readonly InitialisationChoice[] = [{ kind: 'he' }, { kind: 'lecun' }, { kind: 'xavier' }, { kind: 'edge' }];

/** The nearest thing that keeps both: another initialisation of the same function, else another function that is shown. */
function remedy(state: LabState, row: DepthRow, others: readonly DepthRow[]): string {
  if (isStable(row)) return '';
  const size = { layers: layersOf(state), width: widthOf(state), stacking: state.depth.stacking };
  const choice = remedies.find((candidate) => {
    // With residual connections no weights but 0 keep the gradient.
    const isSame = candidate.kind === row.choice.kind || (candidate.kind === 'edge' && size.stacking.residual);
    const tried = isSame ? undefined : rowWith(row.curve, candidate, size);
    return tried !== undefined && isStable(tried);
  });
  if (choice) return `With ${inSentence(choice)} both stay stable.`;
  const other = others.find(isStable);
  return other ? `${other.name} with ${inSentence(other.choice)} keeps both.` : '';
}

function isStable({ verdict }: Pick<DepthRow, 'verdict'>): boolean {
  return verdict.signal === 'stable' && verdict.gradient === 'stable';
}
