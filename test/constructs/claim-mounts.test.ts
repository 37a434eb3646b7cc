import { App, Chart, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import type { VolumeClaimTemplate } from '../../lib/constructs/volume-claim-template';
import { refusalCodes } from '../../lib/api/errors';
import { manifestsOf, newChart, NGINX } from '../synthesis';

/** A claim template of a set in an app of its own. */
function claimOfOtherApp(): VolumeClaimTemplate {
  const set = new StatefulSet(newChart(), 'other', { containers: [NGINX] });
  return set.addClaim('data', { size: Size.gibibytes(1) });
}

const container = { image: 'busybox', name: 'web' };

describe('a claim template of another app', () => {
  test.each<[string, (chart: Chart, claim: VolumeClaimTemplate) => void]>([
    [
      'a Deployment',
      (chart, claim) => {
        new kplus.Deployment(chart, 'mounts').addContainer(container).mount('/data', claim);
      },
    ],
    [
      'an init container of a Job',
      (chart, claim) => {
        const job = new kplus.Job(chart, 'mounts', { containers: [container] });
        job.addInitContainer({ image: 'busybox', name: 'init' }).mount('/data', claim);
      },
    ],
    [
      'the volumes of a Pod',
      (chart, claim) => {
        new kplus.Pod(chart, 'mounts', { containers: [container], volumes: [claim.asVolume()] });
      },
    ],
    [
      'a set that mounts it late',
      (chart, claim) => {
        const set = new StatefulSet(chart, 'mounts', { containers: [NGINX] });
        set.containers[0].mount('/data', claim);
      },
    ],
  ])('is refused where %s has it', (_, use) => {
    const chart = newChart();
    use(chart, claimOfOtherApp());
    const errors = [() => manifestsOf(chart), () => App.of(chart).synthYaml()].map((synthesise) => {
      try {
        synthesise();
        return undefined;
      } catch (error) {
        return error;
      }
    });
    expect(errors.map(refusalCodes)).toEqual([['CLAIM_OF_OTHER_SET'], ['CLAIM_OF_OTHER_SET']]);
  });

  test('its own set renders it all the same, also after another one was refused', () => {
    const claim = claimOfOtherApp();
    const chart = newChart();
    new kplus.Deployment(chart, 'mounts').addContainer(container).mount('/data', claim);
    expect(() => manifestsOf(chart)).toThrow('must not be used by');
    (claim.node.scope as StatefulSet).containers[0].mount('/data', claim);
    const [set] = manifestsOf(Chart.of(claim)).filter(({ kind }) => kind === 'StatefulSet');
    expect(JSON.stringify(set)).toContain('"volumeMounts":[{"mountPath":"/data","name":"data"}]');
  });
});
