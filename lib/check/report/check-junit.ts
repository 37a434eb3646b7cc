import { groupedBy } from '../../manifests/grouped';
import { type Manifest, objectText } from '../../manifests/manifest';
import { junitText } from '../../text/junit';
import { type Notice } from '../../text/notice';

/** A check in the XML of JUnit: a suite for each file, a test case for each finding and for each object without one. */
export function checkJunit(notices: readonly Notice[], clean: readonly Manifest[]): string {
  const found = groupedBy(notices, ({ source }) => source?.file ?? '');
  const fine = groupedBy(clean, ({ source }) => source.file);
  const files = [...new Set([...found.keys(), ...fine.keys()])].sort();
  const suites = files.map((file) => ({
    name: file,
    notices: found.get(file) ?? [],
    passed: (fine.get(file) ?? []).map(objectText),
  }));
  // Where nothing is judged there is still something to show: most readers take an empty report for a broken one.
  const nothing = { name: 'check', notices: [], passed: ['the input holds no object that is checked'] };
  return junitText('check', suites.length === 0 ? [nothing] : suites);
}
