import io.github.cdk8sstateful.AllowedDisruptions;
import io.github.cdk8sstateful.App;
import io.github.cdk8sstateful.ClaimDataSource;
import io.github.cdk8sstateful.DisruptionBudgetProps;
import io.github.cdk8sstateful.PeerNetworkPolicyProps;
import io.github.cdk8sstateful.PeersOptions;
import io.github.cdk8sstateful.PodConfig;
import io.github.cdk8sstateful.PodConfigProps;
import io.github.cdk8sstateful.PodIdentity;
import io.github.cdk8sstateful.PodServicesOptions;
import io.github.cdk8sstateful.StatefulSet;
import io.github.cdk8sstateful.UpdateStrategy;
import io.github.cdk8sstateful.VolumeClaimTemplate;
import io.github.cdk8sstateful.VolumeClaimTemplateProps;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;
import org.cdk8s.Size;
import org.cdk8s.plus28.Container;
import org.cdk8s.plus28.ContainerPort;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerResources;
import org.cdk8s.plus28.Cpu;
import org.cdk8s.plus28.CpuResources;
import org.cdk8s.plus28.PercentOrAbsolute;
import org.cdk8s.plus28.ServiceType;
import org.cdk8s.plus28.Topology;

public class Capabilities {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "capabilities");

        // #region capabilities
        StatefulSet db = StatefulSet.Builder.create(chart, "db")
                .replicas(3)
                .updateStrategy(UpdateStrategy.canary(PercentOrAbsolute.absolute(1))) // rollout
                .build();
        Container server = db.addContainer(ContainerProps.builder()
                .name("db")
                .image("postgres:16.4")
                .ports(List.of(ContainerPort.builder().name("sql").number(5432).build()))
                .resources(ContainerResources.builder()
                        .cpu(CpuResources.builder().request(Cpu.millis(250)).build())
                        .build())
                .envVariables(Map.of("POD_NAME", PodIdentity.podName())) // identity
                .build());

        // identity
        String peers = db.peers(PeersOptions.builder().named(true).port(5432).build());

        // configuration
        PodConfig config = db.addPodConfig("config", PodConfigProps.builder()
                .perPod(List.of(
                        Map.of("role", "primary"), Map.of("role", "standby"), Map.of("role", "standby")))
                .common(Map.of("peers", peers))
                .build());
        config.mount(server, "/etc/db");

        // storage
        VolumeClaimTemplate data = db.addClaim(
                "data", VolumeClaimTemplateProps.builder().size(Size.gibibytes(20)).build());
        server.mount("/var/lib/db", data);
        db.restoreClaim(data, 0, ClaimDataSource.snapshot("data-db-0-monday"));

        // services
        db.addClientService();
        db.addPodServices(PodServicesOptions.builder().type(ServiceType.LOAD_BALANCER).build());

        // availability
        db.addDisruptionBudget(DisruptionBudgetProps.builder()
                .allowed(AllowedDisruptions.keepingQuorum())
                .build());
        db.spreadAcross(Topology.ZONE);

        // network
        db.addPeerNetworkPolicy(
                PeerNetworkPolicyProps.builder().clientPorts(List.of(5432)).build());

        // DNS test
        db.addDnsTest();

        // escape hatch
        Map<String, Object> resources = Map.of("requests", Map.of("memory", "2Gi"));
        ApiObject.of(db).addJsonPatch(JsonPatch.add("/spec/template/spec/resources", resources));
        // #endregion

        app.synth();
    }
}
