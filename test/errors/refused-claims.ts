import { Cron, Size, type Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ClaimDataSource } from '../../lib/constructs/claim-data-source';
import type { StatefulSet } from '../../lib/constructs/stateful-set';
import { VolumeClaimTemplate } from '../../lib/constructs/volume-claim-template';
import { NGINX } from '../synthesis';
import { set, type RefusedInput } from './refused-input';

const ONE_GIBIBYTE = { size: Size.gibibytes(1) };

const claimOfOther = (chart: Chart): VolumeClaimTemplate =>
  set(chart, {}, 'other').addClaim('data', ONE_GIBIBYTE);

/** What a set does at once with a claim template of another. */
const atOnce = (
  input: string,
  use: (web: StatefulSet, claim: VolumeClaimTemplate) => void,
): RefusedInput => ({
  input,
  code: 'CLAIM_OF_OTHER_SET',
  build: (chart) => {
    use(set(chart), claimOfOther(chart));
  },
});

/** A pod of whatever kind that mounts a claim template of a set. */
const mounting = (pod: string, make: (chart: Chart, claim: VolumeClaimTemplate) => void): RefusedInput => ({
  input: `a claim template that ${pod} mounts`,
  code: 'CLAIM_OF_OTHER_SET',
  path: 'chart/mounts',
  atSynth: true,
  build: (chart) => {
    make(chart, claimOfOther(chart));
  },
});

const containers = [NGINX];

/** Claim templates that are used where they do not belong. */
export const REFUSED_CLAIMS: RefusedInput[] = [
  atOnce('a container with a mounted claim of another set', (web, claim) =>
    web.addContainer({
      name: 'second',
      image: 'busybox',
      volumeMounts: [{ path: '/', volume: claim.asVolume() }],
    }),
  ),
  atOnce('an init container with a mounted claim of another set', (web, claim) =>
    web.addInitContainer({
      name: 'init',
      image: 'busybox',
      volumeMounts: [{ path: '/', volume: claim.asVolume() }],
    }),
  ),
  atOnce('a volume that is a claim of another set', (web, claim) => {
    web.addVolume(claim.asVolume());
  }),
  atOnce('a device that is a claim of another set', (web, claim) => {
    web.extendContainer(web.containers[0], { devices: [{ path: '/dev/xvda', claim }] });
  }),
  atOnce('the name of a claim of another set', (web, claim) => {
    web.claimName(claim, 0);
  }),
  atOnce('a claim of another set to restore', (web, claim) =>
    web.restoreClaim(claim, 0, ClaimDataSource.snapshot('monday')),
  ),
  mounting('another set', (chart, claim) => {
    set(chart, {}, 'mounts').containers[0].mount('/data', claim);
  }),
  mounting('an init container of another set', (chart, claim) => {
    set(chart, {}, 'mounts')
      .addInitContainer({ ...NGINX, name: 'init' })
      .mount('/data', claim);
  }),
  mounting('a set of cdk8s-plus', (chart, claim) => {
    new kplus.StatefulSet(chart, 'mounts', {
      containers: [{ ...NGINX, portNumber: 80 }],
    }).containers[0].mount('/data', claim);
  }),
  mounting('a Deployment', (chart, claim) => {
    new kplus.Deployment(chart, 'mounts', { containers }).containers[0].mount('/data', claim);
  }),
  mounting('an init container of a Deployment', (chart, claim) => {
    const deployment = new kplus.Deployment(chart, 'mounts', { containers });
    deployment.addInitContainer({ image: 'busybox' }).mount('/data', claim);
  }),
  mounting('a DaemonSet', (chart, claim) => {
    new kplus.DaemonSet(chart, 'mounts', { containers }).containers[0].mount('/data', claim);
  }),
  mounting('a Job', (chart, claim) => {
    new kplus.Job(chart, 'mounts', { containers }).containers[0].mount('/data', claim);
  }),
  mounting('a CronJob', (chart, claim) => {
    const job = new kplus.CronJob(chart, 'mounts', { containers, schedule: Cron.daily() });
    job.containers[0].mount('/data', claim);
  }),
  mounting('a Pod', (chart, claim) => {
    new kplus.Pod(chart, 'mounts', { containers, volumes: [claim.asVolume()] });
  }),
  mounting('the set in which it was made by hand', (chart) => {
    const web = set(chart, {}, 'mounts');
    web.containers[0].mount('/data', new VolumeClaimTemplate(web, 'logs', ONE_GIBIBYTE));
  }),
];
