import { planJson } from '../../lib/plan/report/plan-json';
import { planText } from '../../lib/plan/report/plan-text';
import { overviewOf } from '../../lib/show/overview';
import { showText } from '../../lib/show/report/show-text';
import { brokenRollout, NOW, webSet } from '../manifests/live/objects';
import { manifests, NEW_IMAGE, planOf, service, set } from '../plan/manifests';
import { expectOutput } from './output';

const OPTIONS = { now: NOW, files: ['dist'] };

describe('a rollout that is stuck: run npm run docs', () => {
  it('is shown with what the controller waits for', () => {
    const placed = { ...service(), metadata: { name: 'web', namespace: 'prod' } };
    const text = showText(overviewOf(manifests(...brokenRollout(), placed), { now: NOW }));
    expect(text).toContain('waits for web-2 (ImagePullBackOff)');
    expectOutput('stuck-show.txt', text);
  });

  it('is planned with what gets it going', () => {
    const plan = planOf(brokenRollout(), [webSet('nginx:1.29')], OPTIONS);
    expect(plan.rollouts).toMatchObject([{ isStuck: true }]);
    expectOutput('stuck-plan.txt', planText(planJson(plan)));
  });

  it('is asked for before it happens', () => {
    const plan = planOf([set()], [set({}, NEW_IMAGE)], { ...OPTIONS, whatIf: 'broken' });
    expect(plan.ifBroken).toHaveLength(1);
    expectOutput('what-if-broken.txt', planText(planJson(plan)));
  });
});
