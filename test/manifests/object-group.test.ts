import { DEFAULT_KUBERNETES_VERSION } from '../../lib/kubernetes/kubernetes-version';
import { LastWalk } from '../../lib/manifests/last-walk';
import { manifestOf } from '../../lib/manifests/manifest';
import { ObjectGroup, ServiceGroup, SetGroup } from '../../lib/manifests/object-group';
import { ObjectView } from '../../lib/manifests/views/object-view';
import { ServiceView } from '../../lib/manifests/views/service-view';
import { SetView } from '../../lib/manifests/views/set-view';

const walk = new LastWalk(DEFAULT_KUBERNETES_VERSION);

function textOfNames(...names: string[]): string {
  const views = names.map((name) => new ObjectView(manifestOf({ metadata: { name } }), walk));
  return new ObjectGroup(views).namesText;
}

test('names are listed once, in order, and many are cut', () => {
  expect(textOfNames('b', 'a', 'b')).toBe('a and b');
  expect(textOfNames('a')).toBe('a');
  expect(textOfNames('a', 'b', 'c', 'd')).toBe('a, b, c and d');
  expect(textOfNames('a', 'b', 'c', 'd', 'e')).toBe('a, b, c and 2 more');
});

test('sets have the names of the ports of all their containers', () => {
  const set = (list: string, name: string) =>
    new SetView(manifestOf({ spec: { template: { spec: { [list]: [{ ports: [{ name }, {}] }] } } } }), walk);
  const group = new SetGroup([set('containers', 'http'), set('initContainers', 'setup')]);
  expect(group.portNames).toEqual(new Set(['http', 'setup']));
});

test('of Services, the first headless one is found', () => {
  const service = (clusterIP: string) => new ServiceView(manifestOf({ spec: { clusterIP } }), walk);
  const services = ['', 'None', 'None'].map(service);
  expect(new ServiceGroup(services).headless).toBe(services[1]);
  expect(new ServiceGroup(services.slice(0, 1)).headless).toBeUndefined();
});
