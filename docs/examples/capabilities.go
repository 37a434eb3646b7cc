package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-stateful/cdk8s-stateful-go/cdk8sstateful"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

func main() {
	defer jsii.Close()

	app := cdk8sstateful.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("capabilities"), nil)

	// #region capabilities
	db := cdk8sstateful.NewStatefulSet(chart, jsii.String("db"), &cdk8sstateful.StatefulSetProps{
		Replicas:       jsii.Number(3),
		UpdateStrategy: cdk8sstateful.UpdateStrategy_Canary(cdk8splus28.PercentOrAbsolute_Absolute(jsii.Number(1)), nil), // rollout
	})
	server := db.AddContainer(&cdk8splus28.ContainerProps{
		Name:  jsii.String("db"),
		Image: jsii.String("postgres:16.4"),
		Ports: &[]*cdk8splus28.ContainerPort{{Name: jsii.String("sql"), Number: jsii.Number(5432)}},
		Resources: &cdk8splus28.ContainerResources{
			Cpu: &cdk8splus28.CpuResources{Request: cdk8splus28.Cpu_Millis(jsii.Number(250))},
		},
		EnvVariables: &map[string]cdk8splus28.EnvValue{"POD_NAME": cdk8sstateful.PodIdentity_PodName()}, // identity
	})

	// identity
	peers := db.Peers(&cdk8sstateful.PeersOptions{Named: jsii.Bool(true), Port: jsii.Number(5432)})

	// configuration
	config := db.AddPodConfig(jsii.String("config"), &cdk8sstateful.PodConfigProps{
		PerPod: &[]*map[string]*string{
			{"role": jsii.String("primary")}, {"role": jsii.String("standby")}, {"role": jsii.String("standby")},
		},
		Common: &map[string]*string{"peers": peers},
	})
	config.Mount(server, jsii.String("/etc/db"))

	// storage
	data := db.AddClaim(jsii.String("data"), &cdk8sstateful.VolumeClaimTemplateProps{
		Size: cdk8s.Size_Gibibytes(jsii.Number(20)),
	})
	server.Mount(jsii.String("/var/lib/db"), data, nil)
	db.RestoreClaim(data, jsii.Number(0), cdk8sstateful.ClaimDataSource_Snapshot(jsii.String("data-db-0-monday")))

	// services
	db.AddClientService(nil)
	db.AddPodServices(&cdk8sstateful.PodServicesOptions{Type: cdk8splus28.ServiceType_LOAD_BALANCER})

	// availability
	db.AddDisruptionBudget(&cdk8sstateful.DisruptionBudgetProps{
		Allowed: cdk8sstateful.AllowedDisruptions_KeepingQuorum(),
	})
	db.SpreadAcross(cdk8splus28.Topology_ZONE(), nil)

	// network
	db.AddPeerNetworkPolicy(&cdk8sstateful.PeerNetworkPolicyProps{
		ClientPorts: &[]*float64{jsii.Number(5432)},
	})

	// DNS test
	db.AddDnsTest(nil)

	// escape hatch
	resources := map[string]map[string]string{"requests": {"memory": "2Gi"}}
	cdk8s.ApiObject_Of(db).AddJsonPatch(cdk8s.JsonPatch_Add(jsii.String("/spec/template/spec/resources"), resources))
	// #endregion

	app.Synth()
}
