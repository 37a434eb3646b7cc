import { isExact } from '../../lib/adopt';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../lib/manifests/json';
import { adoptObjects, bodyOf, codeOf, patchesOf, plainOf } from './adopting';
import { LABELS, NGINX, service, set } from './objects';

const headless = service('web-headless', { clusterIP: 'None' });

it('leaves out what equals a default, and names what is mounted as an object', () => {
  const adopted = adoptObjects([
    set({
      spec: {
        restartPolicy: 'Always',
        containers: [
          { ...NGINX, imagePullPolicy: 'IfNotPresent', volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        ],
      },
      set: {
        podManagementPolicy: 'OrderedReady',
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } } },
          },
        ],
      },
    }),
    headless,
  ]);
  expect(isExact(adopted)).toBe(true);
  expect(bodyOf(adopted)).toBe(`super(scope, id, props);

    const web = new StatefulSet(this, 'web', {
      selector: { app: 'web' },
      replicas: 3,
      verbatim: true,
    });

    const data = web.addClaim('data', { size: Size.gibibytes(8) });

    const nginx = web.addContainer({
      name: 'nginx',
      image: 'nginx:1.25.4',
    });
    nginx.mount('/data', data);
`);
});

it('leaves out a selector only where it is the one that the library gives', () => {
  const usual = { 'app.kubernetes.io/component': 'web', 'app.kubernetes.io/name': 'web' };
  const former = { 'app.kubernetes.io/instance': 'web', 'app.kubernetes.io/name': 'web' };
  const [adoptedUsual, adoptedFormer] = [usual, former].map((labels) =>
    adoptObjects([
      set({
        metadata: { labels },
        set: {
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { containers: [NGINX] } },
        },
      }),
      service('web-headless', { clusterIP: 'None', selector: labels }),
    ]),
  );
  expect([adoptedUsual, adoptedFormer].map(isExact)).toEqual([true, true]);
  expect(bodyOf(adoptedUsual)).not.toContain('selector:');
  expect(bodyOf(adoptedFormer)).toContain("selector: { 'app.kubernetes.io/instance': 'web'");
});

it('says with types what stands beside a set', () => {
  const adopted = adoptObjects([
    set({ set: { replicas: 5 } }),
    headless,
    service('web', { ports: [{ port: 80, targetPort: 'http' }] }),
    ...[0, 1, 2, 3, 4].map((ordinal) =>
      service(`public-web-${ordinal}`, {
        type: 'NodePort',
        ports: [{ port: 80 }],
        selector: { ...LABELS, 'statefulset.kubernetes.io/pod-name': `web-${ordinal}` },
      }),
    ),
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web' },
      spec: { minAvailable: 3, selector: { matchLabels: LABELS } },
    },
  ]);
  expect(isExact(adopted)).toBe(true);
  expect(plainOf(adopted)).toEqual([]);
  const body = bodyOf(adopted);
  expect(body).toContain("web.addClientService({ ports: [{ port: 80, targetPortName: 'http' }] });");
  expect(body).toContain('web.addDisruptionBudget({ allowed: AllowedDisruptions.keepingQuorum() });');
  expect(body).toContain("web.addPodServices({ namePrefix: 'public-', type: ServiceType.NODE_PORT");
  expect(codeOf(adopted)).not.toContain('ApiObject');
});

it('leaves the number of pods to an autoscaler', () => {
  const spec = Object.fromEntries(
    Object.entries(set().spec as JsonObject).filter(([field]) => field !== 'replicas'),
  );
  const scaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' },
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        },
      ],
    },
  };
  const adopted = adoptObjects([{ ...set(), spec }, headless, scaler]);
  expect(isExact(adopted)).toBe(true);
  expect(bodyOf(adopted)).toContain("new HorizontalPodAutoscaler(web, 'Autoscaler', {");
  expect(bodyOf(adopted)).not.toContain('omitReplicas');
  expect(adopted.objects.find(({ kind }) => kind === 'StatefulSet')?.spec).not.toHaveProperty('replicas');
});

it('lets two sets share a Service', () => {
  const other = { ...set({ metadata: { name: 'web-extra' } }) };
  const adopted = adoptObjects([set(), other, headless]);
  expect(isExact(adopted)).toBe(true);
  expect(bodyOf(adopted).match(/service: webHeadless,/g)).toHaveLength(2);
  expect(bodyOf(adopted)).toContain('const webHeadless = new HeadlessService(this,');
});

it('writes a probe that is there three times once', () => {
  const probe = { httpGet: { path: '/healthz', port: 80 }, periodSeconds: 5 };
  const containers = [{ ...NGINX, startupProbe: probe, livenessProbe: probe, readinessProbe: probe }];
  const adopted = adoptObjects([set({ spec: { containers } }), headless]);
  expect(codeOf(adopted).match(/Probe\.fromHttpGet/g)).toHaveLength(1);
  expect(bodyOf(adopted)).toContain('liveness: startupProbe,');
});

it('patches what no property says, and says which fields', () => {
  const adopted = adoptObjects([set({ spec: { os: { name: 'linux' } } }), headless]);
  expect(isExact(adopted)).toBe(true);
  expect(patchesOf(adopted)).toEqual(['StatefulSet add spec.template.spec.os']);
  expect(bodyOf(adopted)).toContain('// What no property says: spec.template.spec.os.');
});

it('keeps faults, and says so above the set', () => {
  const containers = [{ ...NGINX, volumeMounts: [{ name: 'gone', mountPath: '/gone' }] }];
  const adopted = adoptObjects([set({ spec: { containers } }), headless]);
  expect(adopted.faults.map(({ rule }) => rule.code)).toContain('VOLUME_MOUNT_UNRESOLVED');
  expect(bodyOf(adopted)).toContain('// Fault VOLUME_MOUNT_UNRESOLVED:');
  expect(JSON.stringify(adopted.objects)).toContain('"mountPath":"/gone"');
});

it('makes plain data of a set that the types refuse', () => {
  const adopted = adoptObjects([set({ metadata: { name: 'Web_1' } })]);
  expect(plainOf(adopted)).toEqual(['StatefulSet Web_1']);
  expect(JSON.stringify(adopted.objects)).toContain('"name":"Web_1"');
});

it('never copies secrets, and refers to them by their names', () => {
  const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'one' } } }];
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'keys' },
    data: { one: 'c2VjcmV0' },
  };
  const adopted = adoptObjects([set({ spec: { containers: [{ ...NGINX, env }] } }), headless, secret]);
  expect(isExact(adopted)).toBe(true);
  expect(codeOf(adopted)).toContain("Secret.fromSecretName(this, 'keys-secret', 'keys')");
  expect(codeOf(adopted)).not.toContain('c2VjcmV0');
  expect(adopted.leftOut.map(({ manifest }) => manifest.kind)).toEqual(['Secret']);
});

it('drops what only a cluster fills in', () => {
  const live = {
    ...set({
      metadata: {
        namespace: 'prod',
        uid: 'u',
        resourceVersion: '1',
        generation: 4,
        creationTimestamp: '2026-01-01T00:00:00Z',
        managedFields: [{ manager: 'helm' }],
      },
    }),
    status: { replicas: 3 },
  };
  const liveService = {
    ...service(
      'web-headless',
      { clusterIP: 'None', clusterIPs: ['None'], ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' },
      { namespace: 'prod', uid: 's' },
    ),
  };
  const adopted = adoptObjects([live, liveService]);
  expect(isExact(adopted)).toBe(true);
  expect(codeOf(adopted)).not.toMatch(/uid|generation|managedFields|status|ipFamilies|creationTimestamp/);
  expect(codeOf(adopted)).toContain("{ namespace: 'prod', ...props }");
});

it('adopts the one set that was asked for, with what belongs to it', () => {
  const other = set({ metadata: { name: 'other' }, set: { serviceName: 'other' } });
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'unused' }, data: { a: 'b' } };
  const adopted = adoptObjects([set(), headless, other, map], { set: 'web' });
  expect(adopted.targets.map(({ name }) => name)).toEqual(['web', 'web-headless']);
  expect(adopted.leftOut.map(({ manifest }) => manifest.name)).toEqual(['other', 'unused']);
});

it('takes objects without a namespace for those of the given one', () => {
  const adopted = adoptObjects([set(), headless], { namespace: 'prod', version: KubernetesVersion.V1_37 });
  expect(isExact(adopted)).toBe(true);
  expect(adopted.objects.map(({ metadata }) => (metadata as { namespace: string }).namespace)).toEqual([
    'prod',
    'prod',
  ]);
});

it('writes the list of pods by the set itself', () => {
  const args = [
    '--peers=http://web-0.web-headless:80,http://web-1.web-headless:80,http://web-2.web-headless:80',
  ];
  const adopted = adoptObjects([set({ spec: { containers: [{ ...NGINX, args }] } }), headless]);
  expect(isExact(adopted)).toBe(true);
  expect(bodyOf(adopted)).toContain("`--peers=${web.peers({ scheme: 'http', port: 80 })}`");
});

it('lets no text of a manifest out of its literal or comment', () => {
  const hostile = '*/ process.exit(1) //\u2028`${x}`\\\'"';
  const adopted = adoptObjects([
    set({ metadata: { annotations: { 'a/b': hostile } }, spec: { nodeName: `${hostile}\n${hostile}` } }),
    headless,
  ]);
  expect(isExact(adopted)).toBe(true);
  const code = codeOf(adopted);
  expect(code).not.toContain('\u2028');
  expect(code.split('\n').filter((line) => line.trimStart().startsWith('process.exit'))).toEqual([]);
});
