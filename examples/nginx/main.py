import cdk8s
from cdk8s_plus_28 import ContainerPort, ContainerSecurityContextProps, PodSecurityContextProps
from cdk8s_stateful import App, HeadlessServiceOptions, StatefulSet


class NginxChart(cdk8s.Chart):
    """Three nginx pods with names of their own: web pages that are addressed pod by pod."""

    def __init__(self, scope, id):
        super().__init__(scope, id)

        # This image starts as root, binds port 80 and writes to its own file system.
        # #region set
        StatefulSet(
            self,
            "nginx-statefulset",
            selector={"app": "nginx-stateful"},
            service_name="nginx-stateful-service",
            headless_service=HeadlessServiceOptions(labels={"app": "nginx-stateful-service"}),
            replicas=3,
            security_context=PodSecurityContextProps(ensure_non_root=False),
        ).add_container(
            name="nginx-container",
            image="nginx:1.25.4",
            ports=[ContainerPort(name="web-port", number=80)],
            security_context=ContainerSecurityContextProps(
                ensure_non_root=False, read_only_root_filesystem=False
            ),
        )
        # #endregion


app = App()
NginxChart(app, "nginx")
app.synth()
