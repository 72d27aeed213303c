/** The Lab's name among VS Code's webviews; `onWebviewPanel:` in the manifest says it too. */
export const labViewType = 'activationLens.lab';
