import {
  isEmptySelector,
  unmetRequirements,
  type LabelSelectorTerms,
} from '../../lib/kubernetes/label-selector';

const LABELS = { app: 'web', tier: 'db' };

it.each<[LabelSelectorTerms, string[]]>([
  [{ matchLabels: { app: 'web' } }, []],
  [{ matchLabels: { app: 'api', constructor: 'x' } }, ['app=api', 'constructor=x']],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] }, []],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['api'] }] }, ['app In (api)']],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, ['app NotIn (web)']],
  [{ matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] }, []],
  [{ matchExpressions: [{ key: 'zone', operator: 'Exists' }] }, ['zone Exists']],
  [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, []],
  [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, ['tier DoesNotExist']],
  [{ matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] }, []],
  [{ matchExpressions: [{ key: 'app', operator: 'Is' }] }, ['app Is']],
])('finds what the labels lack for %j', (selector, unmet) => {
  expect(unmetRequirements(selector, LABELS)).toEqual(unmet);
});

it('tells an empty selector', () => {
  expect(isEmptySelector({})).toBe(true);
  expect(isEmptySelector({ matchLabels: {}, matchExpressions: [] })).toBe(true);
  expect(isEmptySelector({ matchLabels: { app: 'web' } })).toBe(false);
  expect(isEmptySelector({ matchExpressions: [{ key: 'app', operator: 'Exists' }] })).toBe(false);
});
