import { ApiObject, JsonPatch } from 'cdk8s';
import { ServiceType } from 'cdk8s-plus-28';
import type { ServiceSpec } from '../../../imports/k8s';
import { RenderedService } from '../../../lib/constructs/rendering/rendered-service';
import { manifestOf, manifestsOf, newChart } from '../../synthesis';

class PlainService extends RenderedService {
  public selector = 'web';

  protected _renderSpec(): ServiceSpec {
    return { clusterIp: this.clusterIP, type: this.type, selector: { app: this.selector } };
  }
}

function newService(): PlainService {
  return new PlainService(newChart({ namespace: 'prod' }), 'svc', {
    metadata: { name: 'web', labels: { app: 'web' } },
    type: ServiceType.CLUSTER_IP,
    clusterIP: 'None',
  });
}

describe('RenderedService', () => {
  test('renders one object: its metadata and its own spec, without ports', () => {
    const service = newService();
    expect(manifestsOf(ApiObject.of(service).chart)).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web', namespace: 'prod', labels: { app: 'web' } },
        spec: { clusterIP: 'None', type: 'ClusterIP', selector: { app: 'web' } },
      },
    ]);
  });
  test('is known to cdk8s-plus-28 by the name and namespace that it renders', () => {
    const service = newService();
    expect([service.name, service.metadata.namespace, service.kind, service.apiVersion]).toEqual([
      'web',
      'prod',
      'Service',
      'v1',
    ]);
  });
  test('renders what is said of it later', () => {
    const service = newService();
    service.metadata.addLabel('tier', 'data');
    service.selector = 'db';
    ApiObject.of(service).addJsonPatch(JsonPatch.add('/spec/sessionAffinity', 'ClientIP'));
    expect(manifestOf(ApiObject.of(service).chart, 'Service')).toMatchObject({
      metadata: { labels: { app: 'web', tier: 'data' } },
      spec: { selector: { app: 'db' }, sessionAffinity: 'ClientIP' },
    });
  });
});
