import cdk8s
from cdk8s import Size
from cdk8s_plus_28 import ContainerPort, ContainerSecurityContextProps, PodSecurityContextProps
from cdk8s_stateful import App, StatefulSet


class NginxWithStorageChart(cdk8s.Chart):
    """The nginx set whose pods each keep their pages on a volume of their own."""

    def __init__(self, scope, id):
        super().__init__(scope, id)

        # #region set
        web = StatefulSet(
            self,
            "web",
            replicas=3,
            security_context=PodSecurityContextProps(ensure_non_root=False),
        )
        nginx = web.add_container(
            name="nginx",
            image="nginx:1.25.4",
            ports=[ContainerPort(name="http", number=80)],
            security_context=ContainerSecurityContextProps(
                ensure_non_root=False, read_only_root_filesystem=False
            ),
        )

        pages = web.add_claim("pages", size=Size.gibibytes(1))
        nginx.mount("/usr/share/nginx/html", pages)

        web.pod_dns_name(0)  # web-0.web-headless.default.svc.cluster.local
        web.claim_name(pages, 0)  # pages-web-0
        # #endregion


app = App()
NginxWithStorageChart(app, "nginx-with-storage")
app.synth()
