import * as path from 'node:path';
import { loadAll } from 'js-yaml';
import { type JsonObject, textOf } from '../../lib/manifests/json';
import { valueAt } from '../../lib/manifests/field-path';
import { type Plan } from '../../lib/plan/plan-model';
import { planJob } from '../../lib/plan/report/plan-job';
import { kubeconfigOf } from './account';
import { kubectl, type Place } from './cluster';
import { runScript, type RunOptions, type ScriptRun } from './script-run';

/** Which of the two Jobs. */
export type JobPart = 'after' | 'before';

/** The scripts of both Jobs, and how their pods would run them: as the service account, in a folder that is new. */
export interface Jobs {
  readonly run: (part: JobPart, options?: RunOptions) => Promise<ScriptRun>;
  readonly remove: () => Promise<void>;
}

let folders = 0;

/** Gives the service account of a plan's Jobs its rights. No node runs the Jobs: the test runs their scripts. */
export async function jobsOf(plan: Plan, place: Place): Promise<Jobs> {
  const text = planJob(plan, { deployer: 'flux', image: 'kubectl' });
  const objects = loadAll(text) as readonly JsonObject[];
  const supporting = objects.filter((object) => object.kind !== 'Job');
  const file = path.join(place.folder, place.write('jobs.yaml', supporting));
  expect(await kubectl('apply', '--filename', file)).toMatchObject({ code: 0 });
  const scripts = objects.find((object) => object.kind === 'ConfigMap')?.data;
  const account = textOf(valueAt(objects[0], ['metadata']), 'name') ?? '';
  const kubeconfig = await kubeconfigOf(place, account);
  return {
    run: (part, options = {}) => {
      folders += 1;
      return runScript(place, textOf(scripts, `${part}.sh`) ?? '', {
        ...options,
        kubeconfig,
        environment: { NAMESPACE: place.namespace },
        options: ['--copies', path.join(place.folder, `copies-${folders}`)],
      });
    },
    remove: async () => {
      await kubectl('delete', '--filename', file);
    },
  };
}
