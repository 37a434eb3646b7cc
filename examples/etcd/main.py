import cdk8s
from cdk8s import Duration, Size
from cdk8s_plus_28 import (
    ContainerPort,
    ContainerResources,
    Cpu,
    CpuResources,
    MemoryResources,
    PodManagementPolicy,
    PodSecurityContextProps,
    Probe,
    Topology,
)
from cdk8s_stateful import (
    AllowedDisruptions,
    App,
    ExposedPort,
    HeadlessServiceOptions,
    PodIdentity,
    PodOptions,
    StatefulSet,
)

CLIENT_PORT = 2379
PEER_PORT = 2380
METRICS_PORT = 2381


class EtcdChart(cdk8s.Chart):
    """An etcd cluster of three members that find each other by the names of their pods."""

    def __init__(self, scope, id):
        super().__init__(scope, id)

        etcd = StatefulSet(
            self,
            "etcd",
            replicas=3,
            # No member becomes ready alone: a majority of them elects a leader first.
            pod_management_policy=PodManagementPolicy.PARALLEL,
            headless_service=HeadlessServiceOptions(publish_not_ready_addresses=True),
            termination_grace_period=Duration.seconds(60),
            # The image runs as any user.
            security_context=PodSecurityContextProps(user=1000, group=1000, fs_group=1000),
            pod=PodOptions(enable_service_links=False),
        )
        host = f"$(POD_NAME).{etcd.service_name}"
        peers = etcd.peers(named=True, scheme="http", port=PEER_PORT)

        etcd.add_container(
            name="etcd",
            image="quay.io/coreos/etcd:v3.6.7",
            command=["/usr/local/bin/etcd"],
            args=[
                "--name=$(POD_NAME)",
                "--data-dir=/var/lib/etcd/member",
                f"--listen-peer-urls=http://0.0.0.0:{PEER_PORT}",
                f"--listen-client-urls=http://0.0.0.0:{CLIENT_PORT}",
                f"--listen-metrics-urls=http://0.0.0.0:{METRICS_PORT}",
                f"--initial-advertise-peer-urls=http://{host}:{PEER_PORT}",
                f"--advertise-client-urls=http://{host}:{CLIENT_PORT}",
                f"--initial-cluster={peers}",
                f"--initial-cluster-token={etcd.name}",
                "--initial-cluster-state=new",
                "--auto-compaction-mode=periodic",
                "--auto-compaction-retention=1h",
                "--quota-backend-bytes=4294967296",
            ],
            env_variables={"POD_NAME": PodIdentity.pod_name()},
            ports=[
                ContainerPort(name="client", number=CLIENT_PORT),
                ContainerPort(name="peer", number=PEER_PORT),
                ContainerPort(name="metrics", number=METRICS_PORT),
            ],
            resources=ContainerResources(
                cpu=CpuResources(request=Cpu.millis(500)),
                memory=MemoryResources(request=Size.gibibytes(1)),
            ),
            # A member that comes back reads its whole log before it answers: half an hour for that.
            startup=probe("/livez", 180),
            # A member without a leader is alive, but not ready: a restart would not bring the leader back.
            liveness=probe("/livez", 8),
            readiness=probe("/readyz", 3),
        ).mount("/var/lib/etcd", etcd.add_claim("data", size=Size.gibibytes(8)))

        etcd.add_client_service(ports=[ExposedPort(name="client", port=CLIENT_PORT)])
        etcd.add_disruption_budget(allowed=AllowedDisruptions.keeping_quorum())
        etcd.spread_across(Topology.HOSTNAME, hard=True)
        etcd.spread_across(Topology.ZONE)


def probe(path, failure_threshold):
    return Probe.from_http_get(
        path,
        port=METRICS_PORT,
        failure_threshold=failure_threshold,
        timeout_seconds=Duration.seconds(15),
    )


app = App()
EtcdChart(app, "etcd")
app.synth()
