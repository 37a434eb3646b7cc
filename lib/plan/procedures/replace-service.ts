import { type JsonObject } from '../../manifests/json';
import { codesThrough } from '../policy/field-policy';
import { manifestJson, type Procedure } from './procedure';
import { rightsToRecreate } from './right';
import { call, MANIFEST, namespaceWord, titled } from './shell-call';
import { kubectl } from './step';

/** What the procedure is told about the Service. */
export interface ReplaceServiceInput {
  /** The Service in words. */
  readonly object: string;
  readonly name: string;
  readonly namespace?: string;
  /** The UID of the Service, where the old side comes from a cluster. */
  readonly uid?: string;
  /** The new manifest of the Service, as it is written. */
  readonly written: JsonObject;
}

/** Refusals that recreating the Service gets past. */
export const SERVICE_REPLACEABLE = codesThrough('replace-service');

const MAX_SERVICE_NAME_LENGTH = 63;
const TRIAL = '-trial';

/** The procedure that gives a Service another address: it is deleted and recreated. */
export function replaceServiceProcedure(input: ReplaceServiceInput): Procedure {
  const { name, namespace, object, uid, written } = input;
  const why =
    'The pods keep running. Their DNS names do not resolve until the Service exists again, and clients may cache that for half a minute.';
  return {
    object,
    replaced: `service/${name}`,
    covers: SERVICE_REPLACEABLE,
    steps: [
      {
        title: `Keep a copy of the Service ${name}`,
        command: `${kubectl(namespace, 'get', 'service', name, '--output', 'yaml')} > ${name}.service.before.yaml`,
        why: 'The copy is the way back.',
      },
      {
        title: `Delete the Service ${name}`,
        command: kubectl(namespace, 'delete', 'service', name),
        why,
      },
    ],
    stepsAfterApply: [],
    script: {
      manifest: manifestJson(written),
      rights: rightsToRecreate(namespace, 'services', name),
      about: [call('use_namespace', namespaceWord(namespace)), call('about', 'service', name, uid ?? '')],
      looks: [call('look_at_service', MANIFEST, trialName(name))],
      changes: [
        titled('Find out how far an earlier run has come', 'settle', MANIFEST),
        titled(`Keep a copy of the Service ${name}`, 'keep_copy'),
        titled(`Delete the Service ${name}`, 'delete_object', 'api/v1', 'services'),
        titled(`Create the Service ${name} again`, 'create_object', MANIFEST, '{}'),
      ],
      finishes: [titled(`The Service ${name} is done`, 'finish')],
    },
  };
}

function trialName(name: string): string {
  return `${name.slice(0, MAX_SERVICE_NAME_LENGTH - TRIAL.length)}${TRIAL}`;
}
