// Writes sets as bench/systems does: main SYSTEM COUNT, where SYSTEM is stateful, values-once or plus.
package main

import (
	"fmt"
	"os"
	"strconv"

	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-stateful/cdk8s-stateful-go/cdk8sstateful"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
	"github.com/cdk8s-team/cdk8s-plus-go/cdk8splus28/v2"
)

// A container with values of its own, each of which is made in Node.js.
func container() *cdk8splus28.ContainerProps {
	return &cdk8splus28.ContainerProps{
		Image:      jsii.String("postgres:16.4"),
		PortNumber: jsii.Number(5432),
		EnvVariables: &map[string]cdk8splus28.EnvValue{
			"PGDATA": cdk8splus28.EnvValue_FromValue(jsii.String("/var/lib/postgresql/data/pgdata")),
		},
		Resources: &cdk8splus28.ContainerResources{
			Cpu:    &cdk8splus28.CpuResources{Request: cdk8splus28.Cpu_Millis(jsii.Number(250))},
			Memory: &cdk8splus28.MemoryResources{Request: cdk8s.Size_Mebibytes(jsii.Number(1024))},
		},
	}
}

func writeStateful(chart cdk8s.Chart, name string, container *cdk8splus28.ContainerProps) {
	cdk8sstateful.NewStatefulSet(chart, jsii.String(name), &cdk8sstateful.StatefulSetProps{
		ServiceName: jsii.String(name + "-headless"),
		Replicas:    jsii.Number(3),
		Containers:  &[]*cdk8splus28.ContainerProps{container},
	})
}

func writePlus(chart cdk8s.Chart, name string) {
	service := cdk8splus28.NewService(chart, jsii.String(name+"-headless"), &cdk8splus28.ServiceProps{
		Metadata:  &cdk8s.ApiObjectMetadata{Name: jsii.String(name + "-headless")},
		ClusterIP: jsii.String("None"),
		Ports:     &[]*cdk8splus28.ServicePort{{Port: jsii.Number(5432)}},
	})
	cdk8splus28.NewStatefulSet(chart, jsii.String(name), &cdk8splus28.StatefulSetProps{
		Metadata:   &cdk8s.ApiObjectMetadata{Name: jsii.String(name)},
		Service:    service,
		Replicas:   jsii.Number(3),
		Containers: &[]*cdk8splus28.ContainerProps{container()},
	})
}

func main() {
	defer jsii.Close()

	system := os.Args[1]
	count, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	var app cdk8s.App
	if system == "plus" {
		app = cdk8s.NewApp(nil)
	} else {
		app = cdk8sstateful.NewApp(nil)
	}
	chart := cdk8s.NewChart(app, jsii.String("chart-0"), nil)
	var shared *cdk8splus28.ContainerProps
	if system == "values-once" {
		shared = container()
	}
	for index := 0; index < count; index++ {
		name := fmt.Sprintf("db-0-%d", index)
		switch {
		case system == "plus":
			writePlus(chart, name)
		case shared != nil:
			writeStateful(chart, name, shared)
		default:
			writeStateful(chart, name, container())
		}
	}
	app.Synth()
}
