import { App } from 'cdk8s-stateful';
import type { System } from '../workload';
import { addPlusCharts } from './plus-chart';

export const system: System = {
  create(shape, outdir) {
    const app = new App({ outdir });
    addPlusCharts(app, shape);
    return () => {
      app.synth();
    };
  },
};
