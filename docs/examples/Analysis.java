import io.github.cdk8sstateful.App;
import io.github.cdk8sstateful.CheckFinding;
import io.github.cdk8sstateful.Checks;
import io.github.cdk8sstateful.Refusals;
import io.github.cdk8sstateful.StatefulSet;
import io.github.cdk8sstateful.UpgradePlan;
import java.util.List;
import org.cdk8s.Chart;

public class Analysis {
    public static void main(String[] args) {
        // What is wrong with manifests, before a cluster says so.
        for (CheckFinding finding : Checks.ofPaths(List.of("broken.yaml")).getErrors()) {
            System.out.println(finding.getCode() + " " + finding.getPath());
        }

        // What applying new manifests over old ones would do.
        System.out.println(UpgradePlan.between(List.of("old"), List.of("new")).toText());

        // Misuse is refused where it happens, with a stable code.
        try {
            StatefulSet.Builder.create(new Chart(new App(), "chart"), "web").replicas(-1).build();
        } catch (RuntimeException error) {
            System.out.println(String.join(" ", Refusals.codesIn(error.getMessage())));
        }
    }
}
