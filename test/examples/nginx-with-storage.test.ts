import { App } from 'cdk8s';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NginxWithStorageChart } from '../../examples/nginx-with-storage/chart';
import { StatefulSet } from '../../lib/constructs/stateful-set';
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

it('says in its comments what the names are', () => {
  const source = readFileSync(join(__dirname, '../../examples/nginx-with-storage/chart.ts'), 'utf8');
  const [web] = chart().node.children.filter((child) => child instanceof StatefulSet);
  expect(source).toContain(`web.podDnsName(0); // ${web.podDnsName(0)}\n`);
  expect(source).toContain(`web.claimName(pages, 0); // ${web.claimName(web.claims[0], 0)}\n`);
});

it('is as it was', () => {
  expect(manifestsOf(chart())).toMatchSnapshot();
});
