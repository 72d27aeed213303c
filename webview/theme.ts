/**
 * The editor's theme as plain colours. A canvas cannot read CSS variables, so they are read once, checked for
 * contrast against the real background, and read again when the theme changes.
 */
import { contrast, mix, parseColour, readable, toCss, withAlpha, type Colour } from './colour';
import { strengths } from '../src/pictures/figure/ink';
import { allSeries, seriesDefaults, type Series, type ThemeKind } from '../src/pictures/series';

/** The colours of one function; its derivatives are the same hue, nearer to the background. */
interface SeriesColours {
  readonly output: string;
  readonly derivative: string;
}

export interface Theme {
  readonly kind: ThemeKind;
  readonly highContrast: boolean;
  readonly background: string;
  readonly foreground: string;
  readonly secondary: string;
  readonly border: string;
  readonly crosshair: string;
  readonly flag: string;
  readonly grid: string;
  readonly zeroLine: string;
  /** Zone edges and the input curve. */
  readonly guide: string;
  readonly hatch: string;
  /** Empty in high contrast, where zones are hatched only. */
  readonly zoneFill: string | undefined;
  readonly inputsFill: string;
  readonly series: Readonly<Record<Series, SeriesColours>>;
  readonly heat: { readonly background: Colour; readonly positive: Colour; readonly negative: Colour };
  readonly fontFamily: string;
  readonly fontSize: number;
}

const black: Colour = { r: 0, g: 0, b: 0, alpha: 1 };
const white: Colour = { r: 255, g: 255, b: 255, alpha: 1 };

function themeKind(classes: DOMTokenList): ThemeKind {
  if (classes.contains('vscode-high-contrast-light')) return 'highContrastLight';
  if (classes.contains('vscode-high-contrast')) return 'highContrast';
  return classes.contains('vscode-light') ? 'light' : 'dark';
}

/** Reads the theme and hands the derived colours to the style sheet as `--lens-…`. */
export function readTheme(): Theme {
  const kind = themeKind(document.body.classList);
  const computed = getComputedStyle(document.documentElement);
  const variable = (name: string) => parseColour(computed.getPropertyValue(`--vscode-${name}`));
  const isDark = kind === 'dark' || kind === 'highContrast';
  const background = variable('editor-background') ?? (isDark ? black : white);
  const foreground = readable(variable('foreground') ?? (isDark ? white : black), background, 4.5);
  const secondary = secondaryText(variable('descriptionForeground'), foreground, background);
  const series = seriesColours(kind, background, variable);
  const theme = assemble(kind, background, foreground, secondary, series, variable);
  publish({
    secondary, guide: mix(foreground, background, strengths[kind].guide),
    evidence: evidenceColour(variable('charts-green'), foreground, background),
    'evidence-ink': background,
    folklore: readable(variable('charts-red') ?? foreground, background, 4.5),
    ...Object.fromEntries(allSeries.map((index) => [`series${index}`, series[index]])),
  });
  return { ...theme, fontFamily: fontOf(computed), fontSize: parseFloat(computed.getPropertyValue('--vscode-font-size')) || 13 };
}

/** Calls back after the theme changed; VS Code writes it to the body's class and the root's style. */
export function watchTheme(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id', 'style'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  matchMedia('(forced-colors: active)').addEventListener('change', changed);
}

type Variable = (name: string) => Colour | undefined;

function assemble(
  kind: ThemeKind, background: Colour, foreground: Colour, secondary: Colour, series: Record<Series, Colour>, variable: Variable,
): Omit<Theme, 'fontFamily' | 'fontSize'> {
  const { derivative, guide, grid, zeroLine, hatch, zone, inputs } = strengths[kind];
  const highContrast = kind === 'highContrast' || kind === 'highContrastLight';
  const shade = (share: number) => toCss(mix(foreground, background, share));
  const active = highContrast ? variable('contrastActiveBorder') : undefined;
  const border = variable('contrastBorder') ?? variable('input-border') ?? withAlpha(foreground, 0.3);
  return {
    kind, highContrast, background: toCss(background), foreground: toCss(foreground), secondary: toCss(secondary),
    border: toCss(mix(border, background, 1)),
    crosshair: active ? toCss(active) : shade(0.75),
    flag: toCss(variable('editorWidget-background') ?? background),
    grid: shade(grid), zeroLine: shade(zeroLine), guide: shade(guide), hatch: toCss(withAlpha(foreground, hatch)),
    zoneFill: zone === undefined ? undefined : toCss(withAlpha(foreground, zone)),
    inputsFill: toCss(withAlpha(foreground, inputs)),
    series: Object.fromEntries(allSeries.map((index) => [index, {
      output: toCss(series[index]),
      derivative: toCss(readable(mix(series[index], background, derivative), background, 3)),
    }])) as Record<Series, SeriesColours>,
    heat: { background, positive: series[1], negative: series[2] },
  };
}

function seriesColours(kind: ThemeKind, background: Colour, variable: Variable): Record<Series, Colour> {
  const entries = allSeries.map((index) => {
    const chosen = variable(`activationLens-series${index}`) ?? parseColour(seriesDefaults[kind][index]) ?? white;
    return [index, readable(chosen, background, 3)] as const;
  });
  return Object.fromEntries(entries) as Record<Series, Colour>;
}

/** Light Modern gives descriptions the colour of text; a quieter one is mixed there. */
function secondaryText(description: Colour | undefined, foreground: Colour, background: Colour): Colour {
  const quiet = mix(foreground, background, 0.82);
  const solid = description && mix(description, background, 1);
  const same = !solid || contrast(solid, foreground) < 1.05;
  return readable(same ? quiet : solid, background, 4.5);
}

function evidenceColour(green: Colour | undefined, foreground: Colour, background: Colour): Colour {
  return readable(green ? mix(green, foreground, 0.82) : foreground, background, 4.5);
}

function fontOf(computed: CSSStyleDeclaration): string {
  return computed.getPropertyValue('--vscode-font-family').trim() || 'sans-serif';
}

/** Writes only what changed: the root's style is watched, and an equal write would wake the watcher again. */
function publish(colours: Readonly<Record<string, Colour>>): void {
  const { style } = document.documentElement;
  for (const [name, colour] of Object.entries(colours)) {
    const property = `--lens-${name}`;
    const value = toCss(colour);
    if (style.getPropertyValue(property) !== value) style.setProperty(property, value);
  }
}
