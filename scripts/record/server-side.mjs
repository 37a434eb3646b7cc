// Records test/plan/differences/recorded/server-side-apply.json: what `kubectl apply --server-side` does to an object that
// was applied before, or that others have changed. A new question is an entry whose `answers` are empty.
import { isDeepStrictEqual } from 'node:util';
import { inParallel, kindOf, pathOfKind } from '../control-plane/client.mjs';
import { kubectlApply } from '../control-plane/kubectl.mjs';
import { byVersion, readFixture, textOf } from './fixture.mjs';

const FILE = 'plan/differences/recorded/server-side-apply.json';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';

export async function recordServerSide(client, minor, cluster) {
  const differences = [];
  let added = 0;
  const run = `server-side-${Date.now().toString(36)}`;
  const entries = await inParallel(readFixture(FILE), 4, async (entry, index) => {
    const namespace = `${run}-${index}`;
    await client.create('/api/v1/namespaces', { metadata: { name: namespace } });
    const answer = await answerTo(entry, namespace, client, cluster);
    const { answers } = entry;
    if (answers[minor] === undefined) {
      added += 1;
    } else if (!isDeepStrictEqual(answers[minor], answer)) {
      const [before, now] = [answers[minor], answer].map((one) => JSON.stringify(one));
      differences.push(`${entry.title}: recorded ${before}, now ${now}`);
    }
    const versions = [...new Set([...Object.keys(answers), minor])].sort(byVersion);
    return {
      ...entry,
      answers: Object.fromEntries(
        versions.map((version) => [version, version === minor ? answer : answers[version]]),
      ),
    };
  });
  return { file: FILE, text: await textOf(entries), differences, added };
}

async function answerTo(entry, namespace, client, cluster) {
  const { applied, old, others, wanted, isForced = false, fieldManager } = entry;
  const [before, after] = [old, wanted].map((one) => inNamespace(one, namespace));
  const path = `${pathOfKind(kindOf(old), namespace)}/${old.metadata.name}`;
  await begin(applied, before, client, cluster);
  for (const other of others) await change(other, path, namespace, client);
  const live = plain(await client.get(path));
  const { code, err } = await kubectlApply(cluster, after, [
    '--server-side',
    ...(isForced ? ['--force-conflicts'] : []),
    ...(fieldManager ? ['--field-manager', fieldManager] : []),
  ]);
  const { spec } = plain(await client.get(path));
  await client.ask('DELETE', path);
  return code === 0 ? { live, stored: spec } : { live, refused: firstParagraph(err, namespace) };
}

async function begin(applied, object, client, cluster) {
  if (applied === 'created') {
    const path = pathOfKind(kindOf(object), object.metadata.namespace);
    await client.create(`${path}?fieldManager=kubectl-create`, object);
    return;
  }
  const { code, err } = await kubectlApply(
    cluster,
    object,
    applied === 'server-side' ? ['--server-side'] : [],
  );
  if (code !== 0) throw new Error(err);
}

async function change({ manager, subresource, patch, applier, object }, path, namespace, client) {
  const { status, body } =
    applier === undefined
      ? await client.ask(
          'PATCH',
          `${path}${subresource ? `/${subresource}` : ''}?fieldManager=${manager}`,
          patch,
          subresource ? undefined : STRATEGIC_PATCH,
        )
      : await client.applyAs(applier, inNamespace(object, namespace));
  if (status >= 300) throw new Error(body.message);
}

function inNamespace(object, namespace) {
  return { ...object, metadata: { ...object.metadata, namespace } };
}

/** Without what differs from run to run, and without what the controller writes. */
function plain({ apiVersion, kind, metadata, spec }) {
  const { name, annotations, managedFields } = metadata;
  const text = annotations?.[LAST_APPLIED];
  const lastApplied = text && JSON.parse(text);
  if (lastApplied) delete lastApplied.metadata.namespace;
  const { clusterIP, clusterIPs, ...rest } = spec;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      uid: 'uid',
      ...(lastApplied ? { annotations: { [LAST_APPLIED]: JSON.stringify(lastApplied) } } : {}),
      managedFields: managedFields
        .filter(({ subresource }) => subresource !== 'status')
        .map(({ manager, operation, subresource, apiVersion: version, fieldsType, fieldsV1 }) => ({
          manager,
          operation,
          ...(subresource ? { subresource } : {}),
          apiVersion: version,
          fieldsType,
          fieldsV1,
        }))
        // The server has them by their times.
        .sort((a, b) => `${a.manager}${a.operation}`.localeCompare(`${b.manager}${b.operation}`)),
    },
    spec: clusterIP === 'None' ? { ...rest, clusterIP, clusterIPs } : rest,
  };
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** What kubectl says, without its advice and the name of this run's namespace. */
function firstParagraph(text, namespace) {
  return text.replace(/\nPlease review the fields above[^]*$/, '').replaceAll(namespace, 'default');
}
