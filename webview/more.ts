/** The menu of what comes out of the Lab: onto the clipboard, into the code, into files; and what the bar has no room for. */
import { findActivation } from '../src/activations/catalogue';
import { snippetsFor } from '../src/advice/snippets';
import type { Copied, ExportFormat, ToHost } from '../src/protocol/messages';
import { copyText } from './copy';
import { linkOf } from './linked';
import type { MenuItem, MenuSpec } from './menu';
import type { Curve, LabState } from './state';
import type { Theme } from './theme';
import type { LabView } from './view';

interface MoreContext {
  readonly state: LabState;
  readonly parts: LabView | undefined;
  readonly theme: Theme;
  /** The views whose tabs have no room. */
  readonly hiddenTabs: readonly MenuItem[];
  /** What the bar shows where it is wide enough. */
  readonly barItems: readonly MenuItem[];
  post(message: ToHost): void;
  complain(problem: string): void;
  announce(text: string): void;
  pin(pinned: boolean): void;
}

export function moreMenu(context: MoreContext): MenuSpec {
  const groups = [context.hiddenTabs, context.barItems, copyItems(context), insertItems(context), exportItems(context), panelItems(context)];
  const items = groups.filter((group) => group.length > 0).flatMap((group, index) => group.map((item, i) => ({ ...item, separated: i === 0 && index > 0 })));
  return { label: 'More actions', items };
}

/** The function that the readouts speak of. */
function focusedCurve({ curves, focused }: LabState): Curve | undefined {
  return curves.find(({ key }) => key === focused) ?? curves[0];
}

function copyItems(context: MoreContext): MenuItem[] {
  const { state, parts } = context;
  const curve = focusedCurve(state);
  const activation = curve && findActivation(curve.activation);
  const value = parts?.value?.(state);
  const snippets = curve && activation ? snippetsFor({ activation: activation.id, parameters: curve.parameters }) : [];
  return [
    ...(value === undefined ? [] : [copying(context, 'Copy value at crosshair', 'value', String(value))]),
    ...(activation === undefined ? [] : [copying(context, 'Copy formula as LaTeX', 'formula', activation.formula.tex)]),
    ...snippets.map(({ framework, code }) => copying(context, `Copy code for ${framework}`, 'code', code)),
    { text: 'Copy link to this view', act: () => context.post({ type: 'copyLink', query: linkOf(state) }) },
  ];
}

function copying({ post, announce, complain }: MoreContext, text: string, what: Copied, content: string): MenuItem {
  const act = async (): Promise<void> => {
    if (!await copyText(content)) return complain(`The ${what} could not be copied: the clipboard is not open to this view. Click into the Lab and try again.`);
    announce(`${what[0]?.toUpperCase() ?? ''}${what.slice(1)} copied.`);
    post({ type: 'copied', what });
  };
  return { text, act: () => void act() };
}

function insertItems({ state, post }: MoreContext): MenuItem[] {
  const curve = focusedCurve(state);
  const activation = curve && findActivation(curve.activation);
  if (!curve || !activation) return [];
  return [{ text: `Insert ${activation.name} at the cursor`, act: () => post({ type: 'insert', activation: activation.id, parameters: ownParameters(curve) }) }];
}

/** Where a section is held is no parameter of the gate itself. */
function ownParameters({ activation, parameters }: Curve): Curve['parameters'] {
  const known = findActivation(activation)?.parameters ?? {};
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name in known));
}

function exportItems(context: MoreContext): MenuItem[] {
  const { state, parts, theme } = context;
  const { svg, png, csv }: Partial<LabView> = parts ?? {};
  return [
    ...(png && !state.tableView ? [exporting(context, 'png', () => png(theme))] : []),
    ...(svg ? [exporting(context, 'svg', () => svg(state, theme))] : []),
    ...(csv ? [exporting(context, 'csv', () => csv(state, theme))] : []),
  ];
}

function exporting({ state, post, complain }: MoreContext, format: ExportFormat, content: () => string | undefined): MenuItem {
  return {
    text: `Export as ${format.toUpperCase()}…`,
    act: () => {
      const data = content();
      if (data === undefined) complain('There is nothing to export yet.');
      else post({ type: 'export', format, name: fileName(state), data });
    },
  };
}

/** `gelu-silu`, without what a file cannot be called. */
function fileName({ curves }: LabState): string {
  const ids = [...new Set(curves.map(({ activation }) => activation || 'function'))].join('-');
  return ids.replace(/[^\w-]/g, '').slice(0, 80) || 'plot';
}

function panelItems({ state, pin }: MoreContext): MenuItem[] {
  const isPinned = state.subject.pinned === true;
  return [{ text: isPinned ? 'Unpin this panel' : 'Pin this panel', act: () => pin(!isPinned) }];
}
