"""A value of a wrong type is refused in Python, where it is given; a value that is left out is not looked at."""
import cdk8s
from cdk8s_stateful import App, ChecksOptions, StatefulSet

chart = cdk8s.Chart(App(), "chart")
WRONG = [
    lambda: StatefulSet(chart, "replicas", replicas="three"),
    lambda: StatefulSet(chart, "labels", labels=["a"]),
    lambda: StatefulSet(chart, "pod").pod_dns_name("first"),
    lambda: StatefulSet(chart, None),
    lambda: ChecksOptions(namespace=1),
]
for number, wrong in enumerate(WRONG):
    try:
        wrong()
    except TypeError:
        continue
    raise AssertionError(f"wrong value {number} was taken")
StatefulSet(chart, "nothing", replicas=None, labels=None)
print("types are checked")
