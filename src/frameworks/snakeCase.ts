/** `hiddenActivation` as Python's own style would write it, `hidden_activation`; classes and constants stay as they are. */
export function snakeCased(name: string): string {
  return /^_*[a-z]/.test(name) ? name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before}_${after.toLowerCase()}`) : name;
}
