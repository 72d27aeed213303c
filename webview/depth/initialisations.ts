/** The initialisations to choose from, what each is called, and which one a row starts with. */
import { findActivation } from '../../src/activations/catalogue';
import { initialisationNamed, initialisationWithGain, type Initialisation, type InitialisationName } from '../../src/propagation/initialisation';
import { layerDefaultOf } from '../../src/propagation/layerDefaults';
import { findEdgeOfChaos, type EdgeOfChaos } from '../../src/propagation/meanField';
import { formatRounded } from '../../src/pictures/numbers';
import type { LabModel } from '../../src/protocol/messages';
import { memo } from '../memo';
import type { Curve, LabState } from '../state';
import { nonlinearityOfCurve } from './functions';
import { gainLimits, type InitialisationChoice } from './settings';

const names: Readonly<Record<InitialisationChoice['kind'], string>> = {
  he: 'He', xavier: 'Xavier', lecun: 'LeCun', pytorch: 'PyTorch default', gain: 'gain', edge: 'edge of chaos',
};

export interface ChoiceOption {
  readonly value: InitialisationChoice['kind'];
  readonly text: string;
}

/** What the file says is marked, and the own default of the library in the code. */
export function choicesFor(framework: string | undefined, model: LabModel | undefined): readonly ChoiceOption[] {
  const own = framework === undefined ? undefined : layerDefaultOf(framework);
  const inFile = choiceInFile(model)?.kind;
  const textOf = (kind: InitialisationChoice['kind']): string => {
    if (kind === inFile) return `${longNames[kind] ?? names[kind]} (this file)`;
    return kind === own?.initialisation ? markedName(kind, own.library) : longNames[kind] ?? names[kind];
  };
  return (Object.keys(names) as InitialisationChoice['kind'][]).map((kind) => ({ value: kind, text: textOf(kind) }));
}

function choiceInFile(model: LabModel | undefined): InitialisationChoice | undefined {
  if (!model?.start) return undefined;
  const { name, gain } = model.start;
  const { min, max } = gainLimits;
  return name ? { kind: name } : gain >= min && gain <= max ? { kind: 'gain', gain } : undefined;
}

const longNames: Readonly<Partial<typeof names>> = { gain: 'custom gain' };

function markedName(kind: InitialisationName, library: string): string {
  return kind === 'pytorch' ? `${library} default` : `${names[kind]} (${library})`;
}

/** As short as it stands beside a line. */
export function nameOfChoice(choice: InitialisationChoice): string {
  return choice.kind === 'gain' ? `gain ${formatRounded(choice.gain, 3)}` : names[choice.kind];
}

export function choiceOf({ depth, subject }: LabState, curve: Curve): InitialisationChoice {
  const chosen = depth.initialisations[curve.key];
  // A parameter may have moved since, and with it the edge may be gone.
  if (chosen && (chosen.kind !== 'edge' || edgeOf(curve))) return chosen;
  const inFile = choiceInFile(subject.model);
  if (inFile) return inFile;
  const own = subject.usage && layerDefaultOf(subject.usage.framework);
  return { kind: own?.initialisation ?? customary(curve) };
}

/** What papers and tutorials start such a function with, where no library is known that decides it. */
function customary({ activation }: Curve): 'he' | 'xavier' | 'lecun' {
  if (activation === 'selu') return 'lecun';
  const family = findActivation(activation)?.family ?? '';
  return ['rectifier', 'exponential', 'gaussian', 'self-gated'].includes(family) ? 'he' : 'xavier';
}

/** Undefined for the edge of chaos of a function that has none. */
export function initialisationOf(choice: InitialisationChoice, curve: Curve, width: number): Initialisation | undefined {
  if (choice.kind === 'gain') return initialisationWithGain(choice.gain);
  if (choice.kind !== 'edge') return initialisationNamed(choice.kind, width);
  const edge = edgeOf(curve);
  return edge && { weights: edge.weights, biases: edge.biases, distribution: 'normal' };
}

export const edgeOf: (curve: Curve) => EdgeOfChaos | undefined = memo((curve: Curve) => {
  const f = nonlinearityOfCurve(curve);
  return f && findEdgeOfChaos(f);
});
