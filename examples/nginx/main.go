package main

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-stateful/cdk8s-stateful-go/cdk8sstateful"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

// Three nginx pods with names of their own: web pages that are addressed pod by pod.
func newNginxChart(scope constructs.Construct, id string) cdk8s.Chart {
	chart := cdk8s.NewChart(scope, jsii.String(id), nil)

	// This image starts as root, binds port 80 and writes to its own file system.
	// #region set
	cdk8sstateful.NewStatefulSet(chart, jsii.String("nginx-statefulset"), &cdk8sstateful.StatefulSetProps{
		Selector:    &map[string]*string{"app": jsii.String("nginx-stateful")},
		ServiceName: jsii.String("nginx-stateful-service"),
		HeadlessService: &cdk8sstateful.HeadlessServiceOptions{
			Labels: &map[string]*string{"app": jsii.String("nginx-stateful-service")},
		},
		Replicas:        jsii.Number(3),
		SecurityContext: &cdk8splus28.PodSecurityContextProps{EnsureNonRoot: jsii.Bool(false)},
	}).AddContainer(&cdk8splus28.ContainerProps{
		Name:  jsii.String("nginx-container"),
		Image: jsii.String("nginx:1.25.4"),
		Ports: &[]*cdk8splus28.ContainerPort{
			{Name: jsii.String("web-port"), Number: jsii.Number(80)},
		},
		SecurityContext: &cdk8splus28.ContainerSecurityContextProps{
			EnsureNonRoot:          jsii.Bool(false),
			ReadOnlyRootFilesystem: jsii.Bool(false),
		},
	})
	// #endregion

	return chart
}

func main() {
	defer jsii.Close()

	app := cdk8sstateful.NewApp(nil)
	newNginxChart(app, "nginx")
	app.Synth()
}
