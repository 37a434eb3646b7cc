import { fieldOf, isObject, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { isSame } from '../../plan/differences/differences';
import { callOf, type Expression, list, literal, mappingOf, textMapping } from '../code/expression';
import { enumMember, given, sizeOf } from '../code/values';
import { textListOf, textMapOf } from '../fields';

/** What `addClaim` takes for a claim template. */
export function claimProps(template: JsonObject): Expression | undefined {
  const [metadata, spec] = [fieldOf(template, 'metadata'), fieldOf(template, 'spec')];
  const storage = fieldOf(fieldOf(fieldOf(spec, 'resources'), 'requests'), 'storage');
  const modes = textListOf(spec, 'accessModes');
  const labels = textMapOf(metadata, 'labels');
  const annotations = textMapOf(metadata, 'annotations');
  const selector = textMapOf(fieldOf(spec, 'selector'), 'matchLabels');
  const sources = sourcesOf(spec);
  return mappingOf({
    // A size that `Size` cannot say is put there by a patch.
    size: sizeOf(storage) ?? callOf('Size', 'gibibytes', literal(1)),
    storageClassName: given(textOf(spec, 'storageClassName')),
    accessModes: modes?.join() === 'ReadWriteOnce' ? undefined : accessModes(modes),
    volumeMode: enumMember('PersistentVolumeMode', fieldOf(spec, 'volumeMode')),
    labels: labels && textMapping(labels),
    annotations: annotations && textMapping(annotations),
    selector: selector && textMapping(selector),
    volumeName: given(textOf(spec, 'volumeName')),
    ...sources,
    volumeAttributesClassName: given(textOf(spec, 'volumeAttributesClassName')),
  });
}

function accessModes(modes: readonly string[] | undefined): Expression | undefined {
  const members = modes?.map((mode) => enumMember('PersistentVolumeAccessMode', mode));
  return members === undefined || members.includes(undefined)
    ? undefined
    : list(members.filter((member) => member !== undefined));
}

/** What the volumes are filled with; one of the two fields where the other only repeats it. */
function sourcesOf(spec: JsonValue | undefined): Record<string, Expression | undefined> {
  const [dataSource, dataSourceRef] = [fieldOf(spec, 'dataSource'), fieldOf(spec, 'dataSourceRef')];
  return {
    dataSource: sourceOf(dataSource),
    dataSourceRef: isSame(dataSource, dataSourceRef) ? undefined : sourceOf(dataSourceRef),
  };
}

function sourceOf(source: JsonValue | undefined): Expression | undefined {
  const [name, kind, apiGroup] = ['name', 'kind', 'apiGroup'].map((field) => textOf(source, field));
  if (!isObject(source) || name === undefined || fieldOf(source, 'namespace') !== undefined) {
    return undefined;
  }
  if (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io') {
    return callOf('ClaimDataSource', 'snapshot', literal(name));
  }
  return kind === 'PersistentVolumeClaim' && apiGroup === undefined
    ? callOf('ClaimDataSource', 'claim', literal(name))
    : undefined;
}
