package main

import (
	"fmt"

	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-stateful/cdk8s-stateful-go/cdk8sstateful"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

const (
	clientPort  = 2379
	peerPort    = 2380
	metricsPort = 2381
)

// An etcd cluster of three members that find each other by the names of their pods.
func newEtcdChart(scope constructs.Construct, id string) cdk8s.Chart {
	chart := cdk8s.NewChart(scope, jsii.String(id), nil)

	etcd := cdk8sstateful.NewStatefulSet(chart, jsii.String("etcd"), &cdk8sstateful.StatefulSetProps{
		Replicas: jsii.Number(3),
		// No member becomes ready alone: a majority of them elects a leader first.
		PodManagementPolicy: cdk8splus28.PodManagementPolicy_PARALLEL,
		HeadlessService: &cdk8sstateful.HeadlessServiceOptions{
			PublishNotReadyAddresses: jsii.Bool(true),
		},
		TerminationGracePeriod: cdk8s.Duration_Seconds(jsii.Number(60)),
		// The image runs as any user.
		SecurityContext: &cdk8splus28.PodSecurityContextProps{
			User:    jsii.Number(1000),
			Group:   jsii.Number(1000),
			FsGroup: jsii.Number(1000),
		},
		Pod: &cdk8sstateful.PodOptions{EnableServiceLinks: jsii.Bool(false)},
	})
	host := fmt.Sprintf("$(POD_NAME).%s", *etcd.ServiceName())
	peers := *etcd.Peers(&cdk8sstateful.PeersOptions{
		Named:  jsii.Bool(true),
		Scheme: jsii.String("http"),
		Port:   jsii.Number(peerPort),
	})

	etcd.AddContainer(&cdk8splus28.ContainerProps{
		Name:    jsii.String("etcd"),
		Image:   jsii.String("quay.io/coreos/etcd:v3.6.7"),
		Command: jsii.Strings("/usr/local/bin/etcd"),
		Args: jsii.Strings(
			"--name=$(POD_NAME)",
			"--data-dir=/var/lib/etcd/member",
			fmt.Sprintf("--listen-peer-urls=http://0.0.0.0:%d", peerPort),
			fmt.Sprintf("--listen-client-urls=http://0.0.0.0:%d", clientPort),
			fmt.Sprintf("--listen-metrics-urls=http://0.0.0.0:%d", metricsPort),
			fmt.Sprintf("--initial-advertise-peer-urls=http://%s:%d", host, peerPort),
			fmt.Sprintf("--advertise-client-urls=http://%s:%d", host, clientPort),
			fmt.Sprintf("--initial-cluster=%s", peers),
			fmt.Sprintf("--initial-cluster-token=%s", *etcd.Name()),
			"--initial-cluster-state=new",
			"--auto-compaction-mode=periodic",
			"--auto-compaction-retention=1h",
			"--quota-backend-bytes=4294967296",
		),
		EnvVariables: &map[string]cdk8splus28.EnvValue{"POD_NAME": cdk8sstateful.PodIdentity_PodName()},
		Ports: &[]*cdk8splus28.ContainerPort{
			{Name: jsii.String("client"), Number: jsii.Number(clientPort)},
			{Name: jsii.String("peer"), Number: jsii.Number(peerPort)},
			{Name: jsii.String("metrics"), Number: jsii.Number(metricsPort)},
		},
		Resources: &cdk8splus28.ContainerResources{
			Cpu:    &cdk8splus28.CpuResources{Request: cdk8splus28.Cpu_Millis(jsii.Number(500))},
			Memory: &cdk8splus28.MemoryResources{Request: cdk8s.Size_Gibibytes(jsii.Number(1))},
		},
		// A member that comes back reads its whole log before it answers: half an hour for that.
		Startup: probe("/livez", 180),
		// A member without a leader is alive, but not ready: a restart would not bring the leader back.
		Liveness:  probe("/livez", 8),
		Readiness: probe("/readyz", 3),
	}).Mount(jsii.String("/var/lib/etcd"), etcd.AddClaim(jsii.String("data"), &cdk8sstateful.VolumeClaimTemplateProps{
		Size: cdk8s.Size_Gibibytes(jsii.Number(8)),
	}), nil)

	etcd.AddClientService(&cdk8sstateful.ClientServiceProps{
		Ports: &[]*cdk8sstateful.ExposedPort{{Name: jsii.String("client"), Port: jsii.Number(clientPort)}},
	})
	etcd.AddDisruptionBudget(&cdk8sstateful.DisruptionBudgetProps{
		Allowed: cdk8sstateful.AllowedDisruptions_KeepingQuorum(),
	})
	etcd.SpreadAcross(cdk8splus28.Topology_HOSTNAME(), &cdk8sstateful.TopologySpreadOptions{Hard: jsii.Bool(true)})
	etcd.SpreadAcross(cdk8splus28.Topology_ZONE(), nil)

	return chart
}

func probe(path string, failureThreshold float64) cdk8splus28.Probe {
	return cdk8splus28.Probe_FromHttpGet(jsii.String(path), &cdk8splus28.HttpGetProbeOptions{
		Port:             jsii.Number(metricsPort),
		FailureThreshold: jsii.Number(failureThreshold),
		TimeoutSeconds:   cdk8s.Duration_Seconds(jsii.Number(15)),
	})
}

func main() {
	defer jsii.Close()

	app := cdk8sstateful.NewApp(nil)
	newEtcdChart(app, "etcd")
	app.Synth()
}
