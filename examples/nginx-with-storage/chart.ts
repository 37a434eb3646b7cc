import { Chart, Size, type ChartProps } from 'cdk8s';
import { StatefulSet } from 'cdk8s-stateful';
import type { Construct } from 'constructs';

/** The nginx set whose pods each keep their pages on a volume of their own. */
export class NginxWithStorageChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);

    // #region set
    const web = new StatefulSet(this, 'web', {
      replicas: 3,
      securityContext: { ensureNonRoot: false },
    });
    const nginx = web.addContainer({
      name: 'nginx',
      image: 'nginx:1.25.4',
      ports: [{ name: 'http', number: 80 }],
      securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
    });

    const pages = web.addClaim('pages', { size: Size.gibibytes(1) });
    nginx.mount('/usr/share/nginx/html', pages);

    web.podDnsName(0); // web-0.web-headless.default.svc.cluster.local
    web.claimName(pages, 0); // pages-web-0
    // #endregion
  }
}
