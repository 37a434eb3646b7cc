import cdk8s
from cdk8s import ApiObject, JsonPatch, Size
from cdk8s_plus_28 import (
    ContainerPort,
    ContainerResources,
    Cpu,
    CpuResources,
    PercentOrAbsolute,
    ServiceType,
    Topology,
)
from cdk8s_stateful import (
    AllowedDisruptions,
    App,
    ClaimDataSource,
    PodIdentity,
    StatefulSet,
    UpdateStrategy,
)

app = App()
chart = cdk8s.Chart(app, "capabilities")

# #region capabilities
db = StatefulSet(
    chart,
    "db",
    replicas=3,
    update_strategy=UpdateStrategy.canary(PercentOrAbsolute.absolute(1)),  # rollout
)
server = db.add_container(
    name="db",
    image="postgres:16.4",
    ports=[ContainerPort(name="sql", number=5432)],
    resources=ContainerResources(cpu=CpuResources(request=Cpu.millis(250))),
    env_variables={"POD_NAME": PodIdentity.pod_name()},  # identity
)

# identity
peers = db.peers(named=True, port=5432)

# configuration
config = db.add_pod_config(
    "config",
    per_pod=[{"role": "primary"}, {"role": "standby"}, {"role": "standby"}],
    common={"peers": peers},
)
config.mount(server, "/etc/db")

# storage
data = db.add_claim("data", size=Size.gibibytes(20))
server.mount("/var/lib/db", data)
db.restore_claim(data, 0, ClaimDataSource.snapshot("data-db-0-monday"))

# services
db.add_client_service()
db.add_pod_services(type=ServiceType.LOAD_BALANCER)

# availability
db.add_disruption_budget(allowed=AllowedDisruptions.keeping_quorum())
db.spread_across(Topology.ZONE)

# network
db.add_peer_network_policy(client_ports=[5432])

# DNS test
db.add_dns_test()

# escape hatch
resources = {"requests": {"memory": "2Gi"}}
ApiObject.of(db).add_json_patch(JsonPatch.add("/spec/template/spec/resources", resources))
# #endregion

app.synth()
