/** The row above the plots: how deep and how wide, and how that is known; under it, what the plots are. */
import { formatRounded } from '../../src/pictures/numbers';
import type { Stacking } from '../../src/propagation/stacking';
import { element, onClick, refill, setAttributes, setText } from '../dom';
import { textField, type TextFieldControl } from '../controls';
import { evaluateExpression } from '../expression';
import { icon, type IconName } from '../icons';
import { slider, type Slider } from '../slider';
import type { Sureness } from '../../src/models/situation';
import type { LabState } from '../state';
import { knownLayers, knownWidth, layersOf, widthOf, type KnownSize } from './model';
import { inputLimits, layerLimits, widthLimits } from './settings';

interface DepthToolActions {
  /** Undefined goes back to what is known. */
  setLayers(layers: number | undefined): void;
  setWidth(width: number | undefined): void;
  setStacking(part: Partial<Stacking>): void;
  complain(problem: string): void;
}

interface DepthTools {
  readonly element: HTMLElement;
  update(state: LabState): void;
}

const icons: Readonly<Record<Sureness, IconName>> = { read: 'check', likely: 'likely', guess: 'guess', corrected: 'person' };

export function createDepthTools(actions: DepthToolActions): DepthTools {
  const sliderHost = element('span', { class: 'slider-place' });
  const layersField = wholeNumberField('Layers', layerLimits, actions.setLayers, actions);
  const widthField = wholeNumberField('Width', widthLimits, actions.setWidth, actions);
  const inputField = varianceField(actions);
  const residual = onClick(element('button', { type: 'button', class: 'toggle residual', title: 'Each layer after the first adds what it makes to what it was given: h + W f(h) + b' }, 'Residual'),
    () => actions.setStacking({ residual: residual.getAttribute('aria-pressed') !== 'true' }));
  const known = element('span', { class: 'known' });
  let range: { readonly tick: number; readonly slider: Slider } | undefined;
  return {
    element: element('div', { class: 'tools', role: 'group', 'aria-label': 'Network' },
      element('span', { class: 'tool-group' }, element('span', {}, 'Layers'), sliderHost, layersField.element),
      element('span', { class: 'tool-group' }, element('span', {}, 'Width'), widthField.element),
      element('span', { class: 'tool-group' }, element('span', {}, 'Input ', element('i', { class: 'math' }, 'σ'), '²'), inputField.element),
      residual, known),
    update(state) {
      const [layers, size] = [layersOf(state), knownLayers(state)];
      if (range?.tick !== size.value) {
        range = { tick: size.value, slider: layersSlider(size.value, actions) };
        sliderHost.replaceChildren(range.slider.element);
      }
      range.slider.set(layers, `${layers} layers, ${size.words}`);
      layersField.setValue(String(layers));
      widthField.setValue(String(widthOf(state)));
      inputField.setValue(String(state.depth.stacking.input));
      setAttributes(residual, { 'aria-pressed': String(state.depth.stacking.residual) });
      refill(known, [chipOf(size, layers, actions)]);
    },
  };
}

/** Reaches as far as the model is deep. */
function layersSlider(known: number, { setLayers }: DepthToolActions): Slider {
  return slider({ label: 'Layers', min: layerLimits.min, max: Math.max(layerLimits.slider, known), step: 1, tick: known, onInput: setLayers });
}

/** A click on it goes back to what is known. */
function chipOf({ value, sureness, words }: KnownSize, layers: number, { setLayers }: DepthToolActions): HTMLElement {
  const content = (text: string) => [icon(icons[sureness]), element('span', { class: 'chip-words' }, text)];
  if (layers === value) return element('span', { class: `chip ${sureness} static`, title: words }, ...content(words));
  return onClick(element('button', { type: 'button', class: `chip ${sureness}`, title: `Back to ${words}` }, ...content(`Back to ${words}`)), () => setLayers(undefined));
}

function wholeNumberField(label: string, { min, max }: { readonly min: number; readonly max: number }, change: (value: number) => void, { complain }: DepthToolActions): TextFieldControl {
  return textField({
    label, className: `number ${label.toLowerCase()}`,
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || !Number.isInteger(value) || value < min || value > max) return `${label}: a whole number from ${min} to ${max} is needed, not “${text}”.`;
      change(value);
      return undefined;
    },
    onInvalid: complain,
  });
}

function varianceField({ setStacking, complain }: DepthToolActions): TextFieldControl {
  const { min, max } = inputLimits;
  return textField({
    label: 'Variance of the inputs', className: 'number input-variance',
    onCommit(text) {
      const value = evaluateExpression(text);
      if (value === undefined || !(value >= min && value <= max)) return `Variance of the inputs: a number from ${min} to ${max} is needed, not “${text}”.`;
      setStacking({ input: value });
      return undefined;
    },
    onInvalid: complain,
  });
}

/** What the numbers rest on, said whatever is shown. */
export function createBasis(): DepthTools {
  const words = element('span', {});
  return {
    element: element('p', { class: 'basis' }, icon('info'), words),
    update: (state) => setText(words, basisOf(state)),
  };
}

const normalised = { batch: 'batch', layer: 'layer', group: 'group' } as const;

function basisOf(state: LabState): string {
  const { input, residual } = state.depth.stacking;
  const kind = residual ? 'a fully connected network with residual connections' : 'a plain fully connected network';
  const missing = residual ? 'no normalisation' : 'no normalisation, no residual connections';
  const theory = `Mean-field theory of ${kind} at initialisation: inputs N(0, ${formatRounded(input, 4)}), equal widths, ${missing}.`;
  const { normalisation } = state.situation;
  const norm = normalisation && normalisation.value !== 'none' ? ` Your model uses ${normalised[normalisation.value]} normalisation, which this leaves out.` : '';
  const { model } = state.subject;
  const width = model?.width !== undefined && knownWidth(state) !== model.width ? ` Its layers are ${model.width} wide.` : '';
  const start = model?.start ? ` Its weights start with ${model.start.code}.` : '';
  return theory + norm + width + start;
}
