import { Chart } from 'cdk8s';
import { StatefulSet } from 'cdk8s-stateful';
import * as kplus from 'cdk8s-plus-28';

/** The set as cdk8s-plus-28 renders it. */
export class BeforeChart extends Chart {
  public addSet(): void {
    // #region before
    new kplus.StatefulSet(this, 'web', {
      replicas: 3,
      containers: [{ name: 'web', image: 'nginx:1.25.4', portNumber: 8080 }],
    });
    // #endregion
  }
}

/** The same set, with the identity that the cluster knows. */
export class AfterChart extends Chart {
  public addSet(): void {
    // #region after
    new StatefulSet(this, 'web', {
      name: 'shop-web-c81100ac',
      serviceName: 'shop-web-service-c8566fa4',
      selector: { 'cdk8s.io/metadata.addr': 'shop-web-c80b2a96' },
      replicas: 3,
      containers: [{ name: 'web', image: 'nginx:1.25.4', portNumber: 8080 }],
    });
    // #endregion
  }
}
