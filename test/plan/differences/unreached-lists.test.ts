import { type JsonObject } from '../../../lib/manifests/json';
import { KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { essence, planOf, service, set } from '../manifests';
import { reasonText } from '../../../lib/plan/report/reason-text';

const container = (fields: JsonObject): JsonObject =>
  set({}, { containers: [{ name: 'web', image: 'nginx', ...fields }] });
const ports = (...list: readonly JsonObject[]): JsonObject => container({ ports: list });

const [UDP, TCP] = ['UDP', 'TCP'].map((protocol) => ({ containerPort: 53, protocol }));
const PORTS = 'spec.template.spec.containers[web].ports';

describe('a change that kubectl apply cannot bring about', () => {
  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    [
      'a port beside another with its number: nothing happens',
      ports(UDP),
      ports(UDP, TCP),
      [`${PORTS} none MERGE_KEY_REPEATED`],
    ],
    [
      'a port in front of another with its number: the one that was there changes',
      ports(UDP),
      ports(TCP, UDP),
      [`${PORTS} none MERGE_KEY_REPEATED`, `${PORTS}[53].protocol rolling-restart TEMPLATE_RESTARTS`],
    ],
    [
      'one of two ports with one number that goes: both go',
      ports(UDP, TCP),
      ports(UDP),
      [`${PORTS} rolling-restart TEMPLATE_RESTARTS`, `${PORTS} none MERGE_KEY_REPEATED`],
    ],
    [
      'a variable that is there twice',
      container({ env: [{ name: 'A', value: 'x' }] }),
      container({
        env: [
          { name: 'A', value: 'x' },
          { name: 'A', value: 'y' },
        ],
      }),
      ['spec.template.spec.containers[web].env none MERGE_KEY_REPEATED'],
    ],
    [
      'a port of a Service',
      service({ ports: [{ port: 53, protocol: 'UDP', name: 'dns' }] }),
      service({
        ports: [
          { port: 53, protocol: 'UDP', name: 'dns' },
          { port: 53, protocol: 'TCP', name: 'dns-tcp' },
        ],
      }),
      ['spec.ports none MERGE_KEY_REPEATED'],
    ],
    ['two ports that stay', ports(UDP, TCP), ports(UDP, TCP), []],
    ['another protocol', ports(UDP), ports(TCP), [`${PORTS}[53].protocol rolling-restart TEMPLATE_RESTARTS`]],
  ])('%s', (_, before, after, expected) => {
    expect(essence(planOf([before], [after]).changes)).toEqual(expected);
  });

  test('says by what the list is merged, and what to do', () => {
    const [change] = planOf([ports(UDP)], [ports(UDP, TCP)]).changes;
    expect(change).toMatchObject({ before: [UDP], after: [UDP, TCP] });
    expect(reasonText(change.cause)).toMatch(/merges the list by containerPort.*server-side apply/);
  });

  test('is refused where two ports get one name, since 1.34', () => {
    const names: JsonObject[] = [
      { ...UDP, name: 'dns' },
      { ...TCP, name: 'dns-tcp' },
    ];
    const effects = [KubernetesVersion.V1_31, KubernetesVersion.V1_37].map(
      (version) => planOf([ports(...names)], [ports(...[...names].reverse())], { version }).effect,
    );
    expect(effects).toEqual(['rolling-restart', 'rejected']);
  });
});
