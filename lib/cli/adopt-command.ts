import { readSources } from '../manifests/reading/read-sources';
import type * as Adoption from './adoption';
import { configuredArguments, kubernetesVersionOption, namespaceOption, textOption } from './arguments';
import { type Command, ExitCode, type Streams, UsageError } from './command';
import { endUnread, INPUT_HELP } from './input';
import { writeNewFiles } from './new-files';
import { CONFIG_OPTION, KUBERNETES_VERSION_OPTION, NAMESPACE_OPTION, type Option } from './option';
import { packageVersion } from './package-version';
import { paletteOf } from './terminal';

/** What an app installs. An edition for another cdk8s-plus has another name, and the command has not. */
const LIBRARY = 'cdk8s-stateful';

const OPTIONS: readonly Option[] = [
  { name: 'set', value: 'NAME', help: ['the one set to adopt, with the objects that belong to it'] },
  {
    name: 'out-dir',
    value: 'DIR',
    isPath: true,
    help: ['write a whole app there, with a test; overwrites nothing'],
  },
  KUBERNETES_VERSION_OPTION,
  NAMESPACE_OPTION,
  CONFIG_OPTION,
];

/** `cdk8s-stateful adopt`: from manifests to code. */
export const adoptCommand: Command = {
  name: 'adopt',
  summary: 'write the code that makes what manifests say, and prove that it does',
  usage: 'PATH...|- [OPTION...]',
  description: [
    'Writes TypeScript that makes what manifests say: those of a set that runs (kubectl get -o yaml), of Helm, of',
    'kustomize, or of any other tool. What the code makes is compared with what came in, as plan compares: what no',
    'property says is put there by a patch, and objects of other kinds stay as they are. It reports on standard error',
    'and changes nothing in the cluster. Secrets are referred to by their names.',
    '',
    ...INPUT_HELP,
  ],
  options: OPTIONS,
  examples: [
    'cdk8s-stateful adopt web.yaml',
    'helm template db ./chart | cdk8s-stateful adopt - --out-dir my-app',
  ],
  exitCodes: [
    'Exit code: 0 applying what the code makes changes nothing; 1 something would change; 2 wrong usage, input that',
    'cannot be read, or output that cannot be written.',
  ],
  run,
};

function run(args: readonly string[], streams: Streams): ExitCode {
  const parsed = configuredArguments(adoptCommand, args);
  if (parsed.positionals.length === 0) {
    throw new UsageError('no input; write a file, a folder, or - for standard input');
  }
  const input = readSources(parsed.positionals);
  if (input.problems.length > 0) {
    return endUnread(input, streams);
  }
  const set = textOption(parsed, 'set');
  if (
    set !== undefined &&
    !input.manifests.some(({ kind, name }) => kind === 'StatefulSet' && name === set)
  ) {
    throw new UsageError(`--set ${set}: the input has no StatefulSet of this name`);
  }
  const { adopt, adoptionText, appFiles, chartFile, isExact } = adoption();
  const adopted = adopt({
    manifests: input.manifests,
    version: kubernetesVersionOption(parsed),
    namespace: namespaceOption(parsed),
    set,
  });
  const folder = textOption(parsed, 'out-dir');
  if (folder === undefined) {
    streams.out.write(chartFile(adopted).content);
  } else {
    const files = writeNewFiles(folder, appFiles(adopted, packageVersion()));
    streams.out.write(files.map((file) => `${file}\n`).join(''));
  }
  streams.err.write(adoptionText(adopted, paletteOf(streams.err)));
  return isExact(adopted) ? ExitCode.OK : ExitCode.FOUND;
}

/** What writes code, loaded where code is written: it brings the constructs and cdk8s with it. */
function adoption(): typeof Adoption {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with every command
    return require('./adoption') as typeof Adoption;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = /^Cannot find module '(cdk8s|cdk8s-plus-28|constructs)'/.exec(message)?.[1];
    if (code !== 'MODULE_NOT_FOUND' || missing === undefined) {
      throw error;
    }
    throw new UsageError(
      `the code is tried out before it is written, and ${missing} is missing for that; run npm install ${LIBRARY} cdk8s cdk8s-plus-28 constructs in one folder, and npx cdk8s-stateful adopt there`,
    );
  }
}
