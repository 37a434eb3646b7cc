import { ApiObject, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import {
  AllowedDisruptions,
  ClaimDataSource,
  ClaimRetentionPolicy,
  StatefulSet,
  UpdateStrategy,
} from 'cdk8s-stateful';
import { PercentOrAbsolute, PersistentVolumeAccessMode, Topology } from 'cdk8s-plus-28';

const CONTAINERS = [{ name: 'web', image: 'nginx:1.25.4', ports: [{ name: 'http', number: 8080 }] }];

/** The code of the concept pages. */
export class ConceptsChart extends Chart {
  public addIdentity(): Record<string, string> {
    // #region identity
    const web = new StatefulSet(this, 'web', { replicas: 3, containers: CONTAINERS });
    const names = {
      podName: web.podName(2),
      podShortDnsName: web.podShortDnsName(2),
      podDnsName: web.podDnsName(2),
      srvName: web.srvName('http'),
      peers: web.peers({ scheme: 'http', port: 8080 }),
      namedPeers: web.peers({ named: true, scheme: 'http', port: 8080 }),
      numberedPeers: web.peers({ template: 'server.{number}={host}:8080', separator: ' ' }),
    };
    // #endregion
    return names;
  }

  public addStorage(): StatefulSet {
    // #region storage
    const db = new StatefulSet(this, 'db', {
      replicas: 2,
      containers: CONTAINERS,
      claimRetention: { whenScaled: ClaimRetentionPolicy.RETAIN, whenDeleted: ClaimRetentionPolicy.RETAIN },
    });
    const data = db.addClaim('data', {
      size: Size.gibibytes(20),
      storageClassName: 'fast',
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE_POD],
    });
    db.containers[0].mount('/var/lib/db', data);
    db.containers[0].mount('/var/log/db', data, { subPath: 'log' });
    // #endregion
    // #region restore
    db.restoreClaim(data, 0, ClaimDataSource.snapshot('data-db-0-monday'));
    db.restoreClaim(data, 1, ClaimDataSource.snapshot('data-db-1-monday'));
    // #endregion
    return db;
  }

  public addRollout(): void {
    // #region rollout
    new StatefulSet(this, 'api', {
      replicas: 5,
      containers: CONTAINERS,
      minReady: Duration.seconds(30),
      updateStrategy: UpdateStrategy.canary(PercentOrAbsolute.percent(40)),
      changeCause: 'nginx 1.25.4: fixes the leak of connections',
    });
    // #endregion
  }

  public addAvailability(): void {
    // #region availability
    const store = new StatefulSet(this, 'store', {
      replicas: 5,
      containers: CONTAINERS,
      terminationGracePeriod: Duration.minutes(2),
      pod: { priorityClassName: 'data' },
    });
    store.addDisruptionBudget({ allowed: AllowedDisruptions.keepingQuorum() });
    store.spreadAcross(Topology.HOSTNAME, { hard: true });
    store.spreadAcross(Topology.ZONE);
    // #endregion
    // #region budget
    const cache = new StatefulSet(this, 'cache', { replicas: 10, containers: CONTAINERS });
    cache.addDisruptionBudget({ allowed: AllowedDisruptions.atMost(PercentOrAbsolute.percent(20)) });
    // #endregion
  }

  public addEscapeHatch(): void {
    // #region escape-hatch
    const set = new StatefulSet(this, 'patched', { replicas: 3, containers: CONTAINERS });
    // Resources of the whole pod: younger than the 1.28 API.
    ApiObject.of(set).addJsonPatch(
      JsonPatch.add('/spec/template/spec/resources', { requests: { memory: '2Gi' } }),
    );
    // #endregion
  }
}
