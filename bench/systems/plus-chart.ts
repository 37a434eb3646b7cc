import { Chart, Size, type App } from 'cdk8s';
import { Cpu, EnvValue, Service, StatefulSet } from 'cdk8s-plus-28';
import * as workload from '../workload';

/** Fills an app with charts of cdk8s-plus-28's constructs. */
export function addPlusCharts(app: App, shape: workload.Shape): void {
  for (let index = 0; index < shape.charts; index++) {
    const chart = new Chart(app, workload.chartId(index));
    for (const { name, serviceName } of workload.workloadsOf(shape, index)) {
      const service = new Service(chart, serviceName, {
        metadata: { name: serviceName },
        clusterIP: 'None',
        ports: [{ port: workload.PORT }],
      });
      new StatefulSet(chart, name, {
        metadata: { name },
        service,
        replicas: workload.REPLICAS,
        containers: [
          {
            image: workload.IMAGE,
            portNumber: workload.PORT,
            envVariables: { PGDATA: EnvValue.fromValue(workload.DATA_DIRECTORY) },
            resources: {
              cpu: { request: Cpu.millis(workload.CPU_MILLIS) },
              memory: { request: Size.mebibytes(workload.MEMORY_MEBIBYTES) },
            },
          },
        ],
      });
    }
  }
}
