import io.github.cdk8sstateful.App;
import io.github.cdk8sstateful.HeadlessServiceOptions;
import io.github.cdk8sstateful.StatefulSet;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.plus28.ContainerPort;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerSecurityContextProps;
import org.cdk8s.plus28.PodSecurityContextProps;
import software.constructs.Construct;

/** Three nginx pods with names of their own: web pages that are addressed pod by pod. */
public class Main extends Chart {
    public Main(Construct scope, String id) {
        super(scope, id);

        // This image starts as root, binds port 80 and writes to its own file system.
        // #region set
        StatefulSet.Builder.create(this, "nginx-statefulset")
                .selector(Map.of("app", "nginx-stateful"))
                .serviceName("nginx-stateful-service")
                .headlessService(HeadlessServiceOptions.builder()
                        .labels(Map.of("app", "nginx-stateful-service"))
                        .build())
                .replicas(3)
                .securityContext(PodSecurityContextProps.builder().ensureNonRoot(false).build())
                .build()
                .addContainer(ContainerProps.builder()
                        .name("nginx-container")
                        .image("nginx:1.25.4")
                        .ports(List.of(ContainerPort.builder().name("web-port").number(80).build()))
                        .securityContext(ContainerSecurityContextProps.builder()
                                .ensureNonRoot(false)
                                .readOnlyRootFilesystem(false)
                                .build())
                        .build());
        // #endregion
    }

    public static void main(String[] args) {
        App app = new App();
        new Main(app, "nginx");
        app.synth();
    }
}
