import { Chart, Size, type App } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28';
import { StatefulSet } from 'cdk8s-stateful';
import * as workload from '../workload';

/** Fills an app with charts of this library's constructs. */
export function addStatefulCharts(app: App, shape: workload.Shape): void {
  for (let index = 0; index < shape.charts; index++) {
    const chart = new Chart(app, workload.chartId(index));
    for (const { name, serviceName } of workload.workloadsOf(shape, index)) {
      new StatefulSet(chart, name, {
        serviceName,
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
