import { dump, loadAll } from 'js-yaml';
import { type JsonObject } from '../../lib/manifests/json';
import { planJob } from '../../lib/plan/report/plan-job';
import { claimTemplate, planOf, service, set } from '../plan/manifests';
import { expectOutput } from './output';

it('docs/output/migration-rights.yaml is the role for larger volumes of one set: run npm run docs', () => {
  const db = (size: string): JsonObject =>
    set({ volumeClaimTemplates: [claimTemplate('data', size)] }, {}, { name: 'db' });
  const plan = planOf([service({}, 'db'), db('10Gi')], [service({}, 'db'), db('20Gi')], {
    namespace: 'prod',
  });
  const objects = loadAll(planJob(plan, { deployer: 'flux', image: 'tools' })) as readonly JsonObject[];
  const roles = objects.filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole');
  expect(roles).toHaveLength(1);
  expectOutput('migration-rights.yaml', dump(roles[0], { flowLevel: 3, lineWidth: -1 }));
});
