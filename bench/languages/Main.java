import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.Size;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerResources;
import org.cdk8s.plus28.Cpu;
import org.cdk8s.plus28.CpuResources;
import org.cdk8s.plus28.EnvValue;
import org.cdk8s.plus28.MemoryResources;
import org.cdk8s.plus28.Service;
import org.cdk8s.plus28.ServicePort;

/** Writes sets as bench/systems does: Main SYSTEM COUNT, where SYSTEM is stateful, values-once or plus. */
public class Main {
    public static void main(String[] args) {
        String system = args[0];
        int count = Integer.parseInt(args[1]);
        App app = system.equals("plus") ? new App() : new io.github.cdk8sstateful.App();
        Chart chart = new Chart(app, "chart-0");
        ContainerProps shared = system.equals("values-once") ? container() : null;
        for (int index = 0; index < count; index++) {
            String name = "db-0-" + index;
            if (system.equals("plus")) {
                writePlus(chart, name);
            } else {
                writeStateful(chart, name, shared == null ? container() : shared);
            }
        }
        app.synth();
    }

    /** A container with values of its own, each of which is made in Node.js. */
    private static ContainerProps container() {
        return ContainerProps.builder()
                .image("postgres:16.4")
                .portNumber(5432)
                .envVariables(Map.of("PGDATA", EnvValue.fromValue("/var/lib/postgresql/data/pgdata")))
                .resources(ContainerResources.builder()
                        .cpu(CpuResources.builder().request(Cpu.millis(250)).build())
                        .memory(MemoryResources.builder().request(Size.mebibytes(1024)).build())
                        .build())
                .build();
    }

    private static void writeStateful(Chart chart, String name, ContainerProps container) {
        io.github.cdk8sstateful.StatefulSet.Builder.create(chart, name)
                .serviceName(name + "-headless")
                .replicas(3)
                .containers(List.of(container))
                .build();
    }

    private static void writePlus(Chart chart, String name) {
        Service service = Service.Builder.create(chart, name + "-headless")
                .metadata(ApiObjectMetadata.builder().name(name + "-headless").build())
                .clusterIp("None")
                .ports(List.of(ServicePort.builder().port(5432).build()))
                .build();
        org.cdk8s.plus28.StatefulSet.Builder.create(chart, name)
                .metadata(ApiObjectMetadata.builder().name(name).build())
                .service(service)
                .replicas(3)
                .containers(List.of(container()))
                .build();
    }
}
