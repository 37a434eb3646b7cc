import cdk8s
from cdk8s_stateful import App, Checks, Refusals, StatefulSet, UpgradePlan

# What is wrong with manifests, before a cluster says so.
for finding in Checks.of_paths(["broken.yaml"]).errors:
    print(finding.code, finding.path)

# What applying new manifests over old ones would do.
print(UpgradePlan.between(["old"], ["new"]).to_text())

# Misuse is refused where it happens, with a stable code.
try:
    StatefulSet(cdk8s.Chart(App(), "chart"), "web", replicas=-1)
except RuntimeError as error:
    print(*Refusals.codes_in(str(error)))
