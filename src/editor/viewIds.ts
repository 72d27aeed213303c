/** What the manifest calls views too, so that they are written once in the code. */

/** The Lab's name among VS Code's webviews; `onWebviewPanel:` in the manifest says it too. */
export const labViewType = 'activationLens.lab';
export const activationsView = 'activationLens.activations';
export const modelView = 'activationLens.model';
