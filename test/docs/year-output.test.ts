import { type JsonObject } from '../../lib/manifests/json';
import { planJson } from '../../lib/plan/report/plan-json';
import { planText } from '../../lib/plan/report/plan-text';
import { showText } from '../../lib/show/report/show-text';
import { overviewOf } from '../../lib/show/overview';
import { claimTemplate, manifests, NEW_IMAGE, planOf, service, set } from '../plan/manifests';
import { expectOutput } from './output';

const first = set();
const newImage = set({}, NEW_IMAGE);
const morePods = set({ replicas: 5 }, NEW_IMAGE);
const largerDisks = set({ replicas: 2, volumeClaimTemplates: [claimTemplate('data', '20Gi')] }, NEW_IMAGE);
const beforeDisks = set({ replicas: 2 }, NEW_IMAGE);
const renamed = set({ replicas: 1 }, NEW_IMAGE, { name: 'www' });

describe('a year with one set: run npm run docs', () => {
  it('begins with the first release', () => {
    expectOutput(
      'year-first-release.txt',
      showText(overviewOf(manifests(first, service()), { namespace: 'prod' })),
    );
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['new-image', first, newImage, 'rolling-restart'],
    ['more-pods', newImage, morePods, 'in-place'],
    ['larger-disks', beforeDisks, largerDisks, 'rejected'],
    ['rename', set({ replicas: 1 }, NEW_IMAGE), renamed, 'data-at-risk'],
  ])('goes on with %s', (name, before, after, effect) => {
    const plan = planOf([before], [after], { files: ['dist'] });
    expect(plan.effect).toBe(effect);
    expectOutput(`year-${name}.txt`, planText(planJson(plan)));
  });
});
