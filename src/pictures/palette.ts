/**
 * Literal colours for pictures that are images, where no variable of the editor's theme reaches.
 *
 * They hold a contrast of at least 3:1 for lines and 4.5:1 for words on the hover's background in the default
 * themes, and are mid-tones, so that a customised theme of the same kind still shows them.
 */
import { seriesDefaults, type ThemeKind } from './series';

export interface Palette {
  /** The function in the code. */
  readonly curve: string;
  /** Its gradient: the same hue, nearer to the background. */
  readonly slope: string;
  /** A second section of the same function. */
  readonly second: string;
  readonly text: string;
  /** Axis numbers and captions. */
  readonly quiet: string;
  /** The assumed background, for halos and open dots. */
  readonly background: string;
  /** How much of the text's colour grid and zero lines take. */
  readonly gridOpacity: number;
  readonly axisOpacity: number;
  /** High contrast draws labels on a plate, where the other themes give them a halo. */
  readonly plates: boolean;
}

function themed(kind: ThemeKind, text: string, quiet: string, background: string, share: number, strong: boolean): Palette {
  const series = seriesDefaults[kind];
  return {
    curve: series[1], slope: mixed(series[1], background, share), second: series[2], text, quiet, background,
    gridOpacity: strong ? 0.2 : 0.08, axisOpacity: strong ? 0.9 : 0.34, plates: strong,
  };
}

export const palettes: Readonly<Record<ThemeKind, Palette>> = {
  dark: themed('dark', '#CCCCCC', '#9D9D9D', '#202020', 0.72, false),
  light: themed('light', '#3B3B3B', '#5D5D5D', '#F8F8F8', 0.74, false),
  highContrast: themed('highContrast', '#FFFFFF', '#FFFFFF', '#0C141F', 0.85, true),
  highContrastLight: themed('highContrastLight', '#292929', '#292929', '#FFFFFF', 0.85, true),
};

/** `share` of a colour over the background. */
export function mixed(colour: string, background: string, share: number): string {
  const channel = (at: number): string => {
    const [over, under] = [colour, background].map((hex) => parseInt(hex.slice(at, at + 2), 16)) as [number, number];
    return Math.round(share * over + (1 - share) * under).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
