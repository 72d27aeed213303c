/** The page's entry: connects to the host, restores what was shown, and says that it is ready. */
import { connect, subjectIn } from './host';
import { Lab } from './lab';
import { withSubject } from './state';

const root = document.getElementById('lab');
if (root) {
  const host = connect((message) => lab.receive(message));
  const lab = new Lab(root, host, host.load() ?? withSubject(undefined, subjectIn(root)));
  host.post({ type: 'ready' });
}
