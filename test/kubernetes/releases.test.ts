import { KubernetesVersion, parseRelease, releaseText } from '../../lib/kubernetes/kubernetes-version';
import {
  hasRegression,
  honoursMaxUnavailable,
  isOlder,
  MAX_UNAVAILABLE_TOO_EARLY,
  REVISIONS_MADE_ANEW,
} from '../../lib/kubernetes/releases';

const { V1_34, V1_35, V1_36, V1_37 } = KubernetesVersion;

test.each([
  ['1.35.2', { version: V1_35, patch: 2 }],
  ['v1.35.0', { version: V1_35, patch: 0 }],
  ['1.35', { version: V1_35 }],
  ['1.27.1', undefined],
  ['1.35.x', undefined],
])('the release of %s', (text, release) => {
  expect(parseRelease(text)).toEqual(release);
});

test('a release is written with its patch where one is said', () => {
  expect(releaseText({ version: V1_35, patch: 0 })).toBe('1.35.0');
  expect(releaseText({ version: V1_35 })).toBe('1.35');
});

test('maxUnavailable is honoured by the first patches of 1.35, and since 1.37', () => {
  const honouring = ['1.34.4', '1.35.0', '1.35.3', '1.35.4', '1.35', '1.36.0', '1.37.0', '1.37'].filter(
    (text) => honoursMaxUnavailable(parseRelease(text) ?? { version: V1_36 }),
  );
  expect(honouring).toEqual(['1.35.0', '1.35.3', '1.37.0', '1.37']);
});

test('a regression is one of its patches alone, and of none where no patch is said', () => {
  expect(hasRegression({ version: V1_34, patch: 1 }, REVISIONS_MADE_ANEW)).toBe(true);
  expect(hasRegression({ version: V1_34, patch: 2 }, REVISIONS_MADE_ANEW)).toBe(false);
  expect(hasRegression({ version: V1_34 }, REVISIONS_MADE_ANEW)).toBe(false);
  expect(hasRegression({ version: V1_34, patch: 1 }, MAX_UNAVAILABLE_TOO_EARLY)).toBe(false);
});

test('the newest patch is meant where none is said', () => {
  expect(isOlder({ version: V1_35, patch: 3 }, { version: V1_35, patch: 4 })).toBe(true);
  expect(isOlder({ version: V1_35, patch: 3 }, { version: V1_35 })).toBe(true);
  expect(isOlder({ version: V1_35 }, { version: V1_35 })).toBe(false);
  expect(isOlder({ version: V1_37, patch: 0 }, { version: V1_36, patch: 9 })).toBe(false);
});
