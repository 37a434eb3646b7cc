import io.github.cdk8sstateful.AllowedDisruptions;
import io.github.cdk8sstateful.App;
import io.github.cdk8sstateful.ClientServiceProps;
import io.github.cdk8sstateful.DisruptionBudgetProps;
import io.github.cdk8sstateful.ExposedPort;
import io.github.cdk8sstateful.HeadlessServiceOptions;
import io.github.cdk8sstateful.PeersOptions;
import io.github.cdk8sstateful.PodIdentity;
import io.github.cdk8sstateful.PodOptions;
import io.github.cdk8sstateful.StatefulSet;
import io.github.cdk8sstateful.TopologySpreadOptions;
import io.github.cdk8sstateful.VolumeClaimTemplateProps;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.Duration;
import org.cdk8s.Size;
import org.cdk8s.plus28.ContainerPort;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerResources;
import org.cdk8s.plus28.Cpu;
import org.cdk8s.plus28.CpuResources;
import org.cdk8s.plus28.HttpGetProbeOptions;
import org.cdk8s.plus28.MemoryResources;
import org.cdk8s.plus28.PodManagementPolicy;
import org.cdk8s.plus28.PodSecurityContextProps;
import org.cdk8s.plus28.Probe;
import org.cdk8s.plus28.Topology;
import software.constructs.Construct;

/** An etcd cluster of three members that find each other by the names of their pods. */
public class Main extends Chart {
    private static final int CLIENT_PORT = 2379;
    private static final int PEER_PORT = 2380;
    private static final int METRICS_PORT = 2381;

    public Main(Construct scope, String id) {
        super(scope, id);

        StatefulSet etcd = StatefulSet.Builder.create(this, "etcd")
                .replicas(3)
                // No member becomes ready alone: a majority of them elects a leader first.
                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                .headlessService(HeadlessServiceOptions.builder().publishNotReadyAddresses(true).build())
                .terminationGracePeriod(Duration.seconds(60))
                // The image runs as any user.
                .securityContext(
                        PodSecurityContextProps.builder().user(1000).group(1000).fsGroup(1000).build())
                .pod(PodOptions.builder().enableServiceLinks(false).build())
                .build();
        String host = "$(POD_NAME)." + etcd.getServiceName();
        String peers =
                etcd.peers(PeersOptions.builder().named(true).scheme("http").port(PEER_PORT).build());

        etcd.addContainer(ContainerProps.builder()
                        .name("etcd")
                        .image("quay.io/coreos/etcd:v3.6.7")
                        .command(List.of("/usr/local/bin/etcd"))
                        .args(List.of(
                                "--name=$(POD_NAME)",
                                "--data-dir=/var/lib/etcd/member",
                                "--listen-peer-urls=http://0.0.0.0:" + PEER_PORT,
                                "--listen-client-urls=http://0.0.0.0:" + CLIENT_PORT,
                                "--listen-metrics-urls=http://0.0.0.0:" + METRICS_PORT,
                                "--initial-advertise-peer-urls=http://" + host + ":" + PEER_PORT,
                                "--advertise-client-urls=http://" + host + ":" + CLIENT_PORT,
                                "--initial-cluster=" + peers,
                                "--initial-cluster-token=" + etcd.getName(),
                                "--initial-cluster-state=new",
                                "--auto-compaction-mode=periodic",
                                "--auto-compaction-retention=1h",
                                "--quota-backend-bytes=4294967296"))
                        .envVariables(Map.of("POD_NAME", PodIdentity.podName()))
                        .ports(List.of(
                                ContainerPort.builder().name("client").number(CLIENT_PORT).build(),
                                ContainerPort.builder().name("peer").number(PEER_PORT).build(),
                                ContainerPort.builder().name("metrics").number(METRICS_PORT).build()))
                        .resources(ContainerResources.builder()
                                .cpu(CpuResources.builder().request(Cpu.millis(500)).build())
                                .memory(MemoryResources.builder().request(Size.gibibytes(1)).build())
                                .build())
                        // A member that comes back reads its whole log before it answers: half an hour for that.
                        .startup(probe("/livez", 180))
                        // A member without a leader is alive, but not ready: a restart would not bring the leader back.
                        .liveness(probe("/livez", 8))
                        .readiness(probe("/readyz", 3))
                        .build())
                .mount(
                        "/var/lib/etcd",
                        etcd.addClaim(
                                "data",
                                VolumeClaimTemplateProps.builder().size(Size.gibibytes(8)).build()));

        etcd.addClientService(ClientServiceProps.builder()
                .ports(List.of(ExposedPort.builder().name("client").port(CLIENT_PORT).build()))
                .build());
        etcd.addDisruptionBudget(
                DisruptionBudgetProps.builder().allowed(AllowedDisruptions.keepingQuorum()).build());
        etcd.spreadAcross(Topology.HOSTNAME, TopologySpreadOptions.builder().hard(true).build());
        etcd.spreadAcross(Topology.ZONE);
    }

    private static Probe probe(String path, int failureThreshold) {
        return Probe.fromHttpGet(
                path,
                HttpGetProbeOptions.builder()
                        .port(METRICS_PORT)
                        .failureThreshold(failureThreshold)
                        .timeoutSeconds(Duration.seconds(15))
                        .build());
    }

    public static void main(String[] args) {
        App app = new App();
        new Main(app, "etcd");
        app.synth();
    }
}
