import { Chart, Size } from 'cdk8s';
import { StatefulSet } from 'cdk8s-stateful';
import { PodManagementPolicy, Volume } from 'cdk8s-plus-28';

/** A set that Helm has made. */
export class FromHelmChart extends Chart {
  public addSet(): void {
    // #region helm
    const postgresql = new StatefulSet(this, 'postgresql', {
      name: 'orders-postgresql',
      serviceName: 'orders-postgresql-hl',
      headlessService: { publishNotReadyAddresses: true },
      selector: {
        'app.kubernetes.io/component': 'primary',
        'app.kubernetes.io/instance': 'orders',
        'app.kubernetes.io/name': 'postgresql',
      },
      securityContext: { user: 1001, fsGroup: 1001 },
    });
    const data = postgresql.addClaim('data', { size: Size.gibibytes(8) });
    // #endregion
    postgresql
      .addContainer({
        name: 'postgresql',
        image: 'bitnamilegacy/postgresql:16.4.0',
        ports: [{ name: 'tcp-postgresql', number: 5432 }],
      })
      .mount('/bitnami/postgresql', data);
  }
}

/** A set that was written by hand. */
export class FromYamlChart extends Chart {
  public addSet(): void {
    // #region yaml
    const queue = new StatefulSet(this, 'queue', {
      selector: { app: 'queue' },
      existingServiceName: 'queue',
      podManagementPolicy: PodManagementPolicy.PARALLEL,
      replicas: 3,
    });
    const journal = queue.addClaim('journal', {
      size: Size.gibibytes(20),
      storageClassName: 'fast',
      labels: { app: 'queue' },
    });
    // #endregion
    const container = queue.addContainer({
      name: 'queue',
      image: 'rabbitmq:3.13.7',
      ports: [{ name: 'amqp', number: 5672 }],
    });
    container.mount('/var/lib/rabbitmq', journal);
    container.mount('/tmp', Volume.fromEmptyDir(this, 'tmp', 'tmp'));
  }
}
