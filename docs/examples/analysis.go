package main

import (
	"fmt"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-stateful/cdk8s-stateful-go/cdk8sstateful"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	defer jsii.Close()

	// What is wrong with manifests, before a cluster says so.
	report := cdk8sstateful.Checks_OfPaths(jsii.Strings("broken.yaml"), nil)
	for _, finding := range *report.Errors() {
		fmt.Println(*finding.Code, *finding.Path)
	}

	// What applying new manifests over old ones would do.
	plan := cdk8sstateful.UpgradePlan_Between(jsii.Strings("old"), jsii.Strings("new"), nil)
	fmt.Println(*plan.ToText())

	// Misuse is refused where it happens, with a stable code.
	defer func() {
		codes := cdk8sstateful.Refusals_CodesIn(jsii.String(fmt.Sprint(recover())))
		for _, code := range *codes {
			fmt.Println(*code)
		}
	}()
	chart := cdk8s.NewChart(cdk8sstateful.NewApp(nil), jsii.String("chart"), nil)
	cdk8sstateful.NewStatefulSet(chart, jsii.String("web"), &cdk8sstateful.StatefulSetProps{
		Replicas: jsii.Number(-1),
	})
}
