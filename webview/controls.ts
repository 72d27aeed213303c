/**
 * Buttons, drop-downs and text fields. This is the one file that knows which library draws them: the rest of the
 * Lab sees the interfaces below, so that another library is a change to this file alone.
 */
import {
  type Button, type Dropdown, TextField, provideVSCodeDesignSystem, vsCodeButton, vsCodeDropdown, vsCodeOption, vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { setAttributes } from './dom';
import { icon, type IconName } from './icons';

interface ButtonSpec {
  readonly label: string;
  /** An icon button shows the icon alone and speaks the label. */
  readonly icon?: IconName;
  readonly appearance: 'primary' | 'secondary' | 'icon';
  /** Spoken instead of a visible label that says too little alone: `Apply SwiGLU gate`. */
  readonly spoken?: string;
  readonly title?: string;
  readonly onPress: () => void;
}

interface ButtonControl {
  readonly element: HTMLElement;
  setEnabled(enabled: boolean): void;
  /** For buttons that switch something on and off. */
  setPressed(pressed: boolean): void;
  setIcon(name: IconName): void;
}

interface TextFieldSpec {
  readonly label: string;
  readonly className: string;
  readonly placeholder?: string;
  /** What is wrong with the text, in words, or nothing once it was taken. */
  readonly onCommit: (text: string) => string | undefined;
  readonly onInvalid: (problem: string) => void;
}

export interface TextFieldControl {
  readonly element: HTMLElement;
  /** Leaves a text alone that the person is typing. */
  setValue(text: string): void;
  setLabel(label: string): void;
  focus(): void;
}

interface DropdownSpec {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

export interface DropdownControl {
  readonly element: HTMLElement;
  setValue(value: string): void;
}

let registered = false;

function register(): void {
  if (registered) return;
  registered = true;
  keepNamesOfFields();
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeTextField());
}

/** The toolkit names each field "Text field" when it comes onto the page, and a screen reader would say only that. */
function keepNamesOfFields(): void {
  const connected = Reflect.get(TextField.prototype, 'connectedCallback');
  TextField.prototype.connectedCallback = function connectedWithItsName(this: TextField): void {
    const name = this.getAttribute('aria-label');
    connected.call(this);
    if (name !== null) this.setAttribute('aria-label', name);
  };
}

export function button(spec: ButtonSpec): ButtonControl {
  register();
  const host = document.createElement('vscode-button') as Button;
  host.setAttribute('appearance', spec.appearance);
  const spoken = spec.spoken ?? (spec.appearance === 'icon' ? spec.label : undefined);
  if (spoken) host.setAttribute('aria-label', spoken);
  host.title = spec.title ?? '';
  if (spec.icon) host.append(icon(spec.icon));
  if (spec.appearance !== 'icon') host.append(spec.label);
  host.addEventListener('click', () => {
    if (!host.disabled) spec.onPress();
  });
  return {
    element: host,
    setEnabled: (enabled) => { host.disabled = !enabled; },
    setPressed: (pressed) => setAttributes(host, { 'aria-pressed': String(pressed) }),
    setIcon: (name) => host.querySelector('svg')?.replaceWith(icon(name)),
  };
}

export function textField(spec: TextFieldSpec): TextFieldControl {
  register();
  const host = document.createElement('vscode-text-field') as TextField;
  host.className = spec.className;
  host.setAttribute('aria-label', spec.label);
  if (spec.placeholder !== undefined) host.setAttribute('placeholder', spec.placeholder);
  let settled = '';
  const show = (text: string) => {
    settled = text;
    host.value = text;
    setInvalid(host, undefined);
  };
  const commit = () => {
    if (host.value === settled) return;
    const problem = spec.onCommit(host.value);
    setInvalid(host, problem);
    if (problem) spec.onInvalid(problem);
    else settled = host.value;
  };
  host.addEventListener('change', commit);
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && host.value !== settled) {
      event.stopPropagation();
      show(settled);
    }
  });
  return {
    element: host,
    setValue: (text) => {
      if (document.activeElement === host && host.value !== settled) return;
      if (text !== settled || host.value !== text) show(text);
    },
    setLabel: (label) => setAttributes(host, { 'aria-label': label }),
    focus: () => host.focus(),
  };
}

export function dropdown(spec: DropdownSpec): DropdownControl {
  register();
  const host = document.createElement('vscode-dropdown') as Dropdown;
  host.setAttribute('aria-label', spec.label);
  for (const { value, text } of spec.options) {
    const option = document.createElement('vscode-option');
    option.setAttribute('value', value);
    option.textContent = text;
    host.append(option);
  }
  host.addEventListener('change', () => spec.onChange(host.value));
  return {
    element: host,
    setValue: (value) => {
      if (host.value !== value) host.value = value;
    },
  };
}

function setInvalid(host: TextField, problem: string | undefined): void {
  host.title = problem ?? '';
  if (problem) host.setAttribute('aria-invalid', 'true');
  else host.removeAttribute('aria-invalid');
}
