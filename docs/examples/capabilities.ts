import { ApiObject, Chart, JsonPatch, Size } from 'cdk8s';
import {
  AllowedDisruptions,
  ClaimDataSource,
  PodIdentity,
  StatefulSet,
  UpdateStrategy,
} from 'cdk8s-stateful';
import { Cpu, PercentOrAbsolute, ServiceType, Topology } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

/** Each capability of the README, as docs/languages.md shows it. */
export class CapabilitiesChart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    // #region capabilities
    const db = new StatefulSet(this, 'db', {
      replicas: 3,
      updateStrategy: UpdateStrategy.canary(PercentOrAbsolute.absolute(1)), // rollout
    });
    const server = db.addContainer({
      name: 'db',
      image: 'postgres:16.4',
      ports: [{ name: 'sql', number: 5432 }],
      resources: { cpu: { request: Cpu.millis(250) } },
      envVariables: { POD_NAME: PodIdentity.podName() }, // identity
    });

    // identity
    const peers = db.peers({ named: true, port: 5432 });

    // configuration
    const config = db.addPodConfig('config', {
      perPod: [{ role: 'primary' }, { role: 'standby' }, { role: 'standby' }],
      common: { peers },
    });
    config.mount(server, '/etc/db');

    // storage
    const data = db.addClaim('data', { size: Size.gibibytes(20) });
    server.mount('/var/lib/db', data);
    db.restoreClaim(data, 0, ClaimDataSource.snapshot('data-db-0-monday'));

    // services
    db.addClientService();
    db.addPodServices({ type: ServiceType.LOAD_BALANCER });

    // availability
    db.addDisruptionBudget({ allowed: AllowedDisruptions.keepingQuorum() });
    db.spreadAcross(Topology.ZONE);

    // network
    db.addPeerNetworkPolicy({ clientPorts: [5432] });

    // DNS test
    db.addDnsTest();

    // escape hatch
    const resources = { requests: { memory: '2Gi' } };
    ApiObject.of(db).addJsonPatch(JsonPatch.add('/spec/template/spec/resources', resources));
    // #endregion
  }
}
