/** A webview may not start a worker from a file, so its text is fetched and started from memory. */
export async function startWorker(): Promise<Worker> {
  const source = document.getElementById('lab')?.dataset['worker'] ?? '';
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`Its program could not be read (${answer.status}).`);
  const url = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
