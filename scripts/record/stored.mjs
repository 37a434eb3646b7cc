// Records test/manifests/defaults/stored-by-api-servers.json: the spec that an API server stores of an object, without what
// the cluster allocates. A new question is an entry whose `stored` is empty.
import { isDeepStrictEqual } from 'node:util';
import { inParallel, kindOf } from '../control-plane/client.mjs';
import { byVersion, readFixture, textOf } from './fixture.mjs';

const FILE = 'manifests/defaults/stored-by-api-servers.json';

export async function recordStored(client, minor) {
  const differences = [];
  let added = 0;
  const entries = await inParallel(readFixture(FILE), 4, async ({ object, stored }, index) => {
    // Fields that only newer versions know are dropped.
    const { status, body } = await client.dryRun(kindOf(object), 'default', object, 'Ignore');
    if (status !== 201) throw new Error(`${FILE}: entry ${index} is refused: ${body.message}`);
    const spec = withoutAllocated(body.spec, object.spec);
    if (stored[minor] === undefined) {
      added += 1;
    } else if (!isDeepStrictEqual(stored[minor], spec)) {
      const [before, now] = [stored[minor], spec].map((one) => JSON.stringify(one));
      differences.push(`${object.kind} ${index}: recorded ${before}, now ${now}`);
    }
    const versions = [...new Set([...Object.keys(stored), minor])].sort(byVersion);
    return {
      object,
      stored: Object.fromEntries(
        versions.map((version) => [version, version === minor ? spec : stored[version]]),
      ),
    };
  });
  return { file: FILE, text: await textOf(entries), differences, added };
}

/** Without addresses, address families and ports that the object did not ask for: each cluster has its own. */
function withoutAllocated(spec, asked) {
  const { clusterIP, clusterIPs, ipFamilies, healthCheckNodePort, ports, ...rest } = spec;
  const kept = {
    ...(clusterIP === 'None' || asked.clusterIP ? { clusterIP, clusterIPs } : {}),
    ...(asked.ipFamilies ? { ipFamilies } : {}),
    ...(asked.healthCheckNodePort ? { healthCheckNodePort } : {}),
    ...(ports ? { ports: ports.map((port, index) => withoutNodePort(port, asked.ports[index])) } : {}),
  };
  // In the order in which the server has them.
  return Object.fromEntries(
    Object.keys(spec).flatMap((field) =>
      field in kept ? [[field, kept[field]]] : field in rest ? [[field, rest[field]]] : [],
    ),
  );
}

function withoutNodePort({ nodePort, ...port }, asked) {
  return asked.nodePort ? { ...port, nodePort } : port;
}
