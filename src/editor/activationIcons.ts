/** The icon of an activation: its own curve, in the colour that icons have in light and in dark themes. */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import { glyphOf } from '../pictures/glyph';

type Icon = vscode.ThemeIcon | { readonly light: vscode.Uri; readonly dark: vscode.Uri };

/** `icon.foreground` of VS Code's default themes: no variable of the theme reaches an image. */
const colours = { light: '#3b3b3b', dark: '#cccccc' };

const drawn = new Map<string, Icon>();

export function iconOf(activation: string): Icon {
  const icon = drawn.get(activation) ?? draw(activation);
  drawn.set(activation, icon);
  return icon;
}

function draw(id: string): Icon {
  const activation = findActivation(id);
  if (activation === undefined) return new vscode.ThemeIcon('graph-line');
  const image = (colour: string): vscode.Uri => vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(glyphOf(activation, colour))}`);
  return { light: image(colours.light), dark: image(colours.dark) };
}
