import {
  ARGO_CD_APPLICATION_KINDS,
  ARGO_CD_PREFIX,
  ARGO_CD_TRACKING_ANNOTATION,
} from '../kubernetes/argo-cd';
import { groupOf } from '../kubernetes/api-group';
import { fieldOf, isObject } from './json';
import { type Manifest } from './manifest';

/**
 * Whether the input shows that Argo CD applies it, and does not show that it tracks by annotation: then it may track by
 * label. Labels of charts alone show nothing, as nearly every chart has them.
 */
export function mayArgoCdTrackByLabel(manifests: readonly Manifest[]): boolean {
  let isUsed = false;
  for (const manifest of manifests) {
    const keys = metadataKeysOf(manifest);
    if (keys.includes(ARGO_CD_TRACKING_ANNOTATION)) {
      return false;
    }
    isUsed ||= isApplication(manifest) || keys.some((key) => key.startsWith(ARGO_CD_PREFIX));
  }
  return isUsed;
}

function metadataKeysOf({ content }: Manifest): readonly string[] {
  return ['labels', 'annotations'].flatMap((field) => {
    const entries = fieldOf(fieldOf(content, 'metadata'), field);
    return isObject(entries) ? Object.keys(entries) : [];
  });
}

function isApplication({ apiVersion, kind }: Manifest): boolean {
  return groupOf(apiVersion) === 'argoproj.io' && ARGO_CD_APPLICATION_KINDS.includes(kind);
}
