// Records test/manifests/verdicts/decoding.json: which values an API server refuses while it decodes an object, with strict
// validation of fields as `kubectl` asks for it. A new question is a row with any verdict; recording corrects it.
import { inParallel } from '../control-plane/client.mjs';
import { byVersion, readFixture } from './fixture.mjs';

const FILE = 'manifests/verdicts/decoding.json';
/** How the API server begins to say that it could not decode what it was sent. */
const UNDECODED = /strict decoding error|cannot be handled as|unable to decode|couldn't get version/;

export async function recordDecoding(client, minor) {
  const { versions, verdicts } = readFixture(FILE);
  const asked = [...new Set([...versions, minor])].sort(byVersion);
  const differences = [];
  let added = 0;
  const rows = await inParallel(verdicts, 16, async ([kind, at, value, before]) => {
    const { status, body } = await client.dryRun(kind, 'default', objectOf(kind, at, value));
    const verdict = status === 400 && UNDECODED.test(body.message) ? 'refused' : 'decoded';
    const known =
      typeof before === 'string' ? (versions.includes(minor) ? before : undefined) : before[minor];
    if (known === undefined) {
      added += 1;
    } else if (known !== verdict) {
      const what = `${kind} ${at.join('.')} = ${JSON.stringify(value)}`;
      differences.push(`${what}: recorded ${known}, now ${verdict}`);
    }
    const each = Object.fromEntries(
      asked.map((version) => [
        version,
        version === minor ? verdict : typeof before === 'string' ? before : before[version],
      ]),
    );
    return [kind, at, value, asked.every((version) => each[version] === verdict) ? verdict : each];
  });
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  const text = `{"versions":${JSON.stringify(asked)},"verdicts":[\n${lines}\n]}\n`;
  return { file: FILE, text, differences, added };
}

function objectOf(kind, at, value) {
  const [apiVersion, name] = kind.split(' ');
  return { ...around(at, value), apiVersion, kind: name };
}

function around([step, ...rest], value) {
  const inner = rest.length === 0 ? value : around(rest, value);
  return typeof step === 'number' ? [inner] : { [step]: inner };
}
