import { App } from 'cdk8s-stateful';
import type { System } from '../workload';
import { addStatefulCharts } from './stateful-chart';

export const system: System = {
  create(shape, outdir) {
    const app = new App({ outdir });
    addStatefulCharts(app, shape);
    return () => {
      app.synth();
    };
  },
};
