import { Chart, type ChartProps } from 'cdk8s';
import { StatefulSet } from 'cdk8s-stateful';
import type { Construct } from 'constructs';

/** Three nginx pods with names of their own: web pages that are addressed pod by pod. */
export class NginxChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    // This image starts as root, binds port 80 and writes to its own file system.
    // #region set
    new StatefulSet(this, 'nginx-statefulset', {
      selector: { app: 'nginx-stateful' },
      serviceName: 'nginx-stateful-service',
      headlessService: { labels: { app: 'nginx-stateful-service' } },
      replicas: 3,
      securityContext: { ensureNonRoot: false },
    }).addContainer({
      name: 'nginx-container',
      image: 'nginx:1.25.4',
      ports: [{ name: 'web-port', number: 80 }],
      securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
    });
    // #endregion
  }
}
