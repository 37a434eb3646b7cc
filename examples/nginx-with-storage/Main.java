import io.github.cdk8sstateful.App;
import io.github.cdk8sstateful.StatefulSet;
import io.github.cdk8sstateful.VolumeClaimTemplate;
import io.github.cdk8sstateful.VolumeClaimTemplateProps;
import java.util.List;
import org.cdk8s.Chart;
import org.cdk8s.Size;
import org.cdk8s.plus28.Container;
import org.cdk8s.plus28.ContainerPort;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerSecurityContextProps;
import org.cdk8s.plus28.PodSecurityContextProps;
import software.constructs.Construct;

/** The nginx set whose pods each keep their pages on a volume of their own. */
public class Main extends Chart {
    public Main(Construct scope, String id) {
        super(scope, id);

        // #region set
        StatefulSet web = StatefulSet.Builder.create(this, "web")
                .replicas(3)
                .securityContext(PodSecurityContextProps.builder().ensureNonRoot(false).build())
                .build();
        Container nginx = web.addContainer(ContainerProps.builder()
                .name("nginx")
                .image("nginx:1.25.4")
                .ports(List.of(ContainerPort.builder().name("http").number(80).build()))
                .securityContext(ContainerSecurityContextProps.builder()
                        .ensureNonRoot(false)
                        .readOnlyRootFilesystem(false)
                        .build())
                .build());

        VolumeClaimTemplate pages = web.addClaim(
                "pages", VolumeClaimTemplateProps.builder().size(Size.gibibytes(1)).build());
        nginx.mount("/usr/share/nginx/html", pages);

        web.podDnsName(0); // web-0.web-headless.default.svc.cluster.local
        web.claimName(pages, 0); // pages-web-0
        // #endregion
    }

    public static void main(String[] args) {
        App app = new App();
        new Main(app, "nginx-with-storage");
        app.synth();
    }
}
