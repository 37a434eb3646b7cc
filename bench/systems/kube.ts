import { App, Chart } from 'cdk8s';
import { KubeService, KubeStatefulSet, Quantity } from '../../imports/k8s';
import type { System } from '../workload';
import * as workload from '../workload';

/** The objects that this library renders, written by hand with the generated constructs of `cdk8s import`. */
export const system: System = {
  create(shape, outdir) {
    const app = new App({ outdir });
    for (let index = 0; index < shape.charts; index++) {
      const chart = new Chart(app, workload.chartId(index));
      for (const each of workload.workloadsOf(shape, index)) {
        addWorkload(chart, each);
      }
    }
    return () => {
      app.synth();
    };
  },
};

function addWorkload(chart: Chart, { name, serviceName }: workload.Workload): void {
  const labels = { 'app.kubernetes.io/component': name, 'app.kubernetes.io/name': name };
  new KubeService(chart, serviceName, {
    metadata: { name: serviceName, labels },
    spec: { clusterIp: 'None', ports: [{ port: workload.PORT }], selector: labels },
  });
  new KubeStatefulSet(chart, name, {
    metadata: { name, labels },
    spec: {
      replicas: workload.REPLICAS,
      selector: { matchLabels: labels },
      serviceName,
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          containers: [
            {
              name: 'main',
              image: workload.IMAGE,
              env: [{ name: 'PGDATA', value: workload.DATA_DIRECTORY }],
              ports: [{ containerPort: workload.PORT }],
              resources: {
                requests: {
                  cpu: Quantity.fromString(`${workload.CPU_MILLIS}m`),
                  memory: Quantity.fromString(`${workload.MEMORY_MEBIBYTES}Mi`),
                },
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
        },
      },
    },
  });
}
