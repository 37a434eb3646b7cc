import { createHash } from 'node:crypto';
import { dump } from 'js-yaml';
import { groupedBy } from '../../manifests/grouped';
import { valueAt } from '../../manifests/field-path';
import { type JsonObject, textOf } from '../../manifests/json';
import { type Plan } from '../plan-model';
import { type Migration, type Procedure, type ProcedureScript } from '../procedures/procedure';
import { type Right } from '../procedures/right';
import { type Annotations, type Deployer, SYNC_WAVE } from './deployers';
import { migrationScript, ScriptPart } from './migration-script';

/** The Jobs of a procedure whose namespaces are all known, and what they need: first what others refer to. */
export function jobObjects(
  plan: Plan,
  migration: Migration,
  deployer: Deployer,
  image: string,
): readonly JsonObject[] {
  const rights = migration.procedures.flatMap(({ script }) => script.rights);
  const context: JobContext = {
    name: nameOf(migration),
    namespace: rights.map(namespaceOf).find((namespace) => namespace !== undefined) ?? 'default',
    image,
    deployer,
  };
  const scriptOf = (part: ScriptPart): string =>
    migrationScript(plan, migration, part, copiesOf(context.name));
  const data = {
    kubeconfig: dump(KUBECONFIG),
    'before.sh': scriptOf(ScriptPart.BEFORE_APPLY),
    'after.sh': scriptOf(ScriptPart.AFTER_APPLY),
  };
  return [
    supporting(context, 'v1', 'ServiceAccount', {}),
    ...rolesOf(context, rights),
    supporting(context, 'v1', 'ConfigMap', { data }),
    jobOf(context, 'before', deployer.before),
    jobOf(context, 'after', afterApply(migration, deployer)),
  ];
}

function afterApply(
  { procedures }: Migration,
  { after, afterWhileUnready }: Deployer,
): Annotations | undefined {
  const wave = wavesOf(procedures).at(0);
  return wave !== undefined && afterWhileUnready ? afterWhileUnready(wave) : after;
}

/** The sync waves of the sets whose pods become ready only through the Job after the apply, each once. */
export function wavesOf(procedures: readonly Procedure[]): readonly string[] {
  const waves = procedures
    .filter(({ isUnreadyUntilFinished = false }) => isUnreadyUntilFinished)
    .map(({ script }) => textOf(valueAt(manifestOf(script), ['metadata', 'annotations']), SYNC_WAVE) ?? '0');
  return [...new Set(waves)];
}

function manifestOf({ manifest }: ProcedureScript): JsonObject {
  return JSON.parse(manifest) as JsonObject;
}

interface JobContext {
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  readonly deployer: Deployer;
}

/** A pod has the name of its Job as a label, which takes 63 characters. */
const MAX_BASE_LENGTH = 37;

/**
 * One procedure in one namespace has one name, and any other procedure another one: a Job never changes, and a role for
 * volumes is in no namespace.
 */
function nameOf({ procedures }: Migration): string {
  const told = procedures.map(({ script }) => [script.manifest, script.rights]);
  const setName = textOf(manifestOf(procedures[0].script).metadata, 'name') ?? '';
  const hash = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 8);
  return `${setName.slice(0, MAX_BASE_LENGTH).replace(/[^a-z0-9]+$/, '')}-migration-${hash}`;
}

/** The ConfigMap of the copies, which the first Job makes. */
function copiesOf(name: string): string {
  return `${name}-copies`;
}

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
const CLUSTER = 'cluster';

/** The only folder of the container that can be written: the root is read-only, and images expect this one. */
const SCRATCH = '/tmp';

/** How kubectl finds the cluster that it runs in. It reads the token again before that expires. */
const KUBECONFIG = {
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [
    {
      name: CLUSTER,
      cluster: { server: 'https://kubernetes.default.svc', 'certificate-authority': `${ACCOUNT}/ca.crt` },
    },
  ],
  users: [{ name: 'job', user: { tokenFile: `${ACCOUNT}/token` } }],
  contexts: [{ name: CLUSTER, context: { cluster: CLUSTER, user: 'job' } }],
};

function supporting(
  { name, namespace, deployer }: JobContext,
  apiVersion: string,
  kind: string,
  content: JsonObject,
  place: string | undefined = namespace,
): JsonObject {
  const annotations = deployer.supporting;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(kind.startsWith('Cluster') ? {} : { namespace: place }),
      ...(annotations === undefined ? {} : { annotations }),
    },
    ...content,
  };
}

const RBAC_GROUP = 'rbac.authorization.k8s.io';
const RBAC = `${RBAC_GROUP}/v1`;

/** A role for each namespace, and one for what belongs to none. */
function rolesOf(context: JobContext, rights: readonly Right[]): readonly JsonObject[] {
  const { name, namespace } = context;
  const places = new Set([namespace, ...rights.map(namespaceOf)]);
  return [...places].flatMap((place) => {
    const kind = place === undefined ? 'ClusterRole' : 'Role';
    const rules = [
      ...rulesOf(rights.filter((right) => namespaceOf(right) === place)),
      ...(place === namespace ? copyRules(name) : []),
    ];
    const roleRef = { apiGroup: RBAC_GROUP, kind, name };
    const subjects = [{ kind: 'ServiceAccount', name, namespace }];
    return [
      supporting(context, RBAC, kind, { rules }, place),
      supporting(context, RBAC, `${kind}Binding`, { roleRef, subjects }, place),
    ];
  });
}

function namespaceOf({ namespace }: Right): string | undefined {
  return typeof namespace === 'string' ? namespace : undefined;
}

function rulesOf(rights: readonly Right[]): readonly JsonObject[] {
  const objects = groupedBy(rights, ({ resource, name }) => JSON.stringify([resource, name]));
  return [...objects.values()].map((all) => {
    const [{ resource, name }] = all;
    const [plural, ...group] = resource.split('.');
    return {
      apiGroups: [group.join('.')],
      resources: [plural],
      ...(name === undefined ? {} : { resourceNames: [name] }),
      verbs: [...new Set(all.flatMap(({ verbs }) => verbs))].sort(),
    };
  });
}

/** The ConfigMap of the copies: a right to create cannot name it. */
function copyRules(name: string): readonly JsonObject[] {
  const configMaps = { apiGroups: [''], resources: ['configmaps'] };
  return [
    { ...configMaps, verbs: ['create'] },
    { ...configMaps, resourceNames: [copiesOf(name)], verbs: ['get', 'update'] },
  ];
}

function jobOf(
  { name, namespace, image, deployer }: JobContext,
  part: 'after' | 'before',
  annotations: Annotations | undefined,
): JsonObject {
  const isSuspended = part === 'after' && deployer.isStartedByHand;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${name}-${part}`,
      namespace,
      ...(annotations === undefined ? {} : { annotations }),
    },
    spec: {
      backoffLimit: 2,
      ...(isSuspended ? { suspend: true } : {}),
      template: { spec: podSpecOf(name, image, part) },
    },
  };
}

/** A pod that a namespace with the restricted Pod Security Standard takes. */
function podSpecOf(name: string, image: string, part: string): JsonObject {
  return {
    serviceAccountName: name,
    restartPolicy: 'Never',
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      fsGroup: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'migration',
        image,
        command: [
          ...['/bin/sh', `/procedure/${part}.sh`],
          ...['--context', CLUSTER, '--copies', `${SCRATCH}/copies`],
        ],
        env: [
          { name: 'KUBECONFIG', value: '/procedure/kubeconfig' },
          { name: 'HOME', value: SCRATCH },
          { name: 'NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        ],
        resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
        },
        volumeMounts: [
          { name: 'procedure', mountPath: '/procedure', readOnly: true },
          { name: 'scratch', mountPath: SCRATCH },
        ],
      },
    ],
    volumes: [
      { name: 'procedure', configMap: { name } },
      { name: 'scratch', emptyDir: {} },
    ],
  };
}
