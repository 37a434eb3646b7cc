import { App } from 'cdk8s';
import { NginxWithStorageChart } from '../../examples/nginx-with-storage/chart';
import { manifestOf, manifestsOf, podOf } from '../synthesis';

const chart = (): NginxWithStorageChart => new NginxWithStorageChart(new App(), 'nginx');

it('gives each pod a gibibyte of its own, where nginx looks for its pages', () => {
  expect(manifestOf(chart(), 'StatefulSet')).toMatchObject({
    spec: {
      volumeClaimTemplates: [
        {
          metadata: { name: 'pages' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    },
  });
  expect(podOf(chart())).toMatchObject({
    containers: [{ volumeMounts: [{ name: 'pages', mountPath: '/usr/share/nginx/html' }] }],
  });
});

it('leaves the volume of the claim to the controller', () => {
  expect(podOf(chart())).not.toHaveProperty('volumes');
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
