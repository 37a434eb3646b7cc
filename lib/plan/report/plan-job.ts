import { dump } from 'js-yaml';
import { type JsonObject } from '../../manifests/json';
import { nameList } from '../../text/name-list';
import { printable } from '../../text/printable';
import { type Plan } from '../plan-model';
import { type Migration } from '../procedures/procedure';
import { DEPLOYERS, type Deployer, type DeployerName } from './deployers';
import { jobObjects, wavesOf } from './job-objects';

/** Who runs the Jobs, and in what. */
export interface JobOptions {
  readonly deployer: DeployerName;
  /** An image with kubectl and a POSIX shell. The image of the Kubernetes project has no shell. */
  readonly image: string;
}

/**
 * The migration procedure as Jobs that a deployer runs around its own apply, with a ServiceAccount that may do what the
 * procedure needs and no more. Where there is no procedure: comments that say why.
 */
export function planJob(plan: Plan, { deployer: name, image }: JobOptions): string {
  const { migration } = plan;
  if (migration === undefined) {
    return commentLines(withoutMigration(plan));
  }
  const deployer = DEPLOYERS[name];
  const waves = wavesOf(migration.procedures);
  if (deployer.afterWhileUnready && waves.length > 1) {
    return commentLines([
      `No Job is safe here: the sets are in several sync waves (${nameList(waves)}). Argo CD begins a wave when the pods of`,
      'the one before are ready, and they become ready only through the Job. Put the sets into one wave, or plan each of',
      'them by itself.',
    ]);
  }
  const documents = jobObjects(plan, migration, deployer, image).map(yamlOf);
  return deployer.escape(
    `${commentLines(headLines(plan, migration, deployer))}---\n${documents.join('---\n')}`,
  );
}

function yamlOf(object: JsonObject): string {
  return dump(object, { lineWidth: -1, noRefs: true });
}

function withoutMigration({ steps, changes }: Plan): readonly string[] {
  return steps.length > 0
    ? ['No Job is safe here. What to do by hand:', ...steps.map(({ title, why }) => `- ${title}. ${why}`)]
    : [
        `No migration procedure is needed${changes.length === 0 ? ': nothing changes.' : ' or known for this.'}`,
      ];
}

function headLines(
  { kubernetesVersion }: Plan,
  { procedures }: Migration,
  { instructions, instructionsWhileUnready }: Deployer,
): readonly string[] {
  return [
    `The migration procedure of ${nameList(procedures.map(({ object }) => object))}, planned for Kubernetes ${kubernetesVersion}, as Jobs.`,
    'A Job that fails has changed nothing, or goes on where it was stopped when it runs again: its log says which.',
    ...instructions,
    ...(wavesOf(procedures).length > 0 ? instructionsWhileUnready : []),
  ];
}

function commentLines(lines: readonly string[]): string {
  return lines.map((line) => `# ${printable(line)}\n`).join('');
}
