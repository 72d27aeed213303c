/** The page's entry: connects to the host, restores what was shown, and says that it is ready. */
import { connect } from './host';
import { Lab } from './lab';
import { emptySubject, stateOf } from './state';

const root = document.getElementById('lab');
if (root) {
  const host = connect((message) => lab.receive(message));
  const lab = new Lab(root, host, host.load() ?? stateOf(emptySubject));
  host.post({ type: 'ready' });
}
