import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

/** Labels whose values are versions by their definition. */
const VERSION_LABELS = ['app.kubernetes.io/version', 'helm.sh/chart'];

export const podVersionLabel: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'POD_VERSION_LABEL',
  severity: Severity.WARNING,
  title: 'the labels of pods do not change with each release',
  why: 'every change of the template restarts all pods: a release that changes nothing else restarts them, too',
  fix: 'put it on the set alone, where a change restarts nothing',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const labels = set.podLabels;
    if (Object.keys(labels).length === 0) {
      return NOT_APPLICABLE;
    }
    const images = set.containers.map(({ value }) => textOf(value, 'image') ?? '');
    return VERSION_LABELS.filter(
      (label) => Object.hasOwn(labels, label) && !isVersionOfImage(labels[label], images),
    ).map((label): Fault => ({
      path: ['spec', 'template', 'metadata', 'labels', label],
      problem: 'restarts all pods with each release',
    }));
  },
};

/** Where an image has the version in its tag, a new version restarts the pods anyway. */
function isVersionOfImage(version: string, images: readonly string[]): boolean {
  const plain = version.replace(/^v/, '');
  return plain !== '' && images.some((image) => image.slice(image.lastIndexOf('/') + 1).includes(plain));
}
