/** The kind of the current theme, for pictures that no variable of the theme reaches. */
import * as vscode from 'vscode';
import type { ThemeKind } from '../pictures/series';

export function themeKind(): ThemeKind {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light: return 'light';
    case vscode.ColorThemeKind.HighContrast: return 'highContrast';
    case vscode.ColorThemeKind.HighContrastLight: return 'highContrastLight';
    case vscode.ColorThemeKind.Dark: return 'dark';
  }
}
