import * as workload from './workload';

/** A Kubernetes object, as plain data. */
export interface PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly labels: Record<string, string>; readonly name: string };
  readonly spec: object;
}

/** The two objects of a workload, as this library renders them. */
export function objectsOf({
  name,
  serviceName,
}: workload.Workload): [service: PlainObject, set: PlainObject] {
  const labels = (): Record<string, string> => ({
    'app.kubernetes.io/component': name,
    'app.kubernetes.io/name': name,
  });
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { labels: labels(), name: serviceName },
      spec: { clusterIP: 'None', ports: [{ port: workload.PORT }], selector: labels() },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { labels: labels(), name },
      spec: {
        replicas: workload.REPLICAS,
        selector: { matchLabels: labels() },
        serviceName,
        template: { metadata: { labels: labels() }, spec: podSpec() },
      },
    },
  ];
}

function podSpec(): object {
  return {
    automountServiceAccountToken: false,
    containers: [
      {
        env: [{ name: 'PGDATA', value: workload.DATA_DIRECTORY }],
        image: workload.IMAGE,
        name: 'main',
        ports: [{ containerPort: workload.PORT }],
        resources: {
          requests: { cpu: `${workload.CPU_MILLIS}m`, memory: `${workload.MEMORY_MEBIBYTES}Mi` },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          privileged: false,
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
        },
      },
    ],
    securityContext: { runAsNonRoot: true },
  };
}
