"""Writes sets as bench/systems does: sets.py SYSTEM COUNT, where SYSTEM is stateful, values-once or plus."""
import sys

import cdk8s
from cdk8s import Chart, Size
from cdk8s_plus_28 import ContainerProps, ContainerResources, Cpu, CpuResources, EnvValue, MemoryResources


def container():
    """A container with values of its own, each of which is made in Node.js."""
    return ContainerProps(
        image="postgres:16.4",
        port_number=5432,
        env_variables={"PGDATA": EnvValue.from_value("/var/lib/postgresql/data/pgdata")},
        resources=ContainerResources(
            cpu=CpuResources(request=Cpu.millis(250)),
            memory=MemoryResources(request=Size.mebibytes(1024)),
        ),
    )


def main(system, count):
    names = [f"db-0-{index}" for index in range(count)]
    if system == "plus":
        app = cdk8s.App()
        write_plus(Chart(app, "chart-0"), names)
    else:
        # An app of cdk8s-plus-28 alone does not wait for this package.
        from cdk8s_stateful import App

        app = App()
        write_stateful(Chart(app, "chart-0"), names, container() if system == "values-once" else None)
    app.synth()


def write_stateful(chart, names, shared):
    from cdk8s_stateful import StatefulSet

    for name in names:
        StatefulSet(
            chart,
            name,
            service_name=f"{name}-headless",
            replicas=3,
            containers=[shared or container()],
        )


def write_plus(chart, names):
    from cdk8s import ApiObjectMetadata
    from cdk8s_plus_28 import Service, ServicePort, StatefulSet

    for name in names:
        service = Service(
            chart,
            f"{name}-headless",
            metadata=ApiObjectMetadata(name=f"{name}-headless"),
            cluster_ip="None",
            ports=[ServicePort(port=5432)],
        )
        StatefulSet(
            chart,
            name,
            metadata=ApiObjectMetadata(name=name),
            service=service,
            replicas=3,
            containers=[container()],
        )


main(sys.argv[1], int(sys.argv[2]))
