package main

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-stateful/cdk8s-stateful-go/cdk8sstateful"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

// The nginx set whose pods each keep their pages on a volume of their own.
func newNginxWithStorageChart(scope constructs.Construct, id string) cdk8s.Chart {
	chart := cdk8s.NewChart(scope, jsii.String(id), nil)

	// #region set
	web := cdk8sstateful.NewStatefulSet(chart, jsii.String("web"), &cdk8sstateful.StatefulSetProps{
		Replicas:        jsii.Number(3),
		SecurityContext: &cdk8splus28.PodSecurityContextProps{EnsureNonRoot: jsii.Bool(false)},
	})
	nginx := web.AddContainer(&cdk8splus28.ContainerProps{
		Name:  jsii.String("nginx"),
		Image: jsii.String("nginx:1.25.4"),
		Ports: &[]*cdk8splus28.ContainerPort{
			{Name: jsii.String("http"), Number: jsii.Number(80)},
		},
		SecurityContext: &cdk8splus28.ContainerSecurityContextProps{
			EnsureNonRoot:          jsii.Bool(false),
			ReadOnlyRootFilesystem: jsii.Bool(false),
		},
	})

	pages := web.AddClaim(jsii.String("pages"), &cdk8sstateful.VolumeClaimTemplateProps{
		Size: cdk8s.Size_Gibibytes(jsii.Number(1)),
	})
	nginx.Mount(jsii.String("/usr/share/nginx/html"), pages, nil)

	web.PodDnsName(jsii.Number(0))       // web-0.web-headless.default.svc.cluster.local
	web.ClaimName(pages, jsii.Number(0)) // pages-web-0
	// #endregion

	return chart
}

func main() {
	defer jsii.Close()

	app := cdk8sstateful.NewApp(nil)
	newNginxWithStorageChart(app, "nginx-with-storage")
	app.Synth()
}
