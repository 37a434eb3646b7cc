import { type ClusterSource, readCluster } from '../manifests/reading/read-cluster';
import { type Manifest } from '../manifests/manifest';
import { type ReadManifests } from '../manifests/reading/read-paths';
import { readSources } from '../manifests/reading/read-sources';
import { namespaceOption, type ParsedArguments, textOption } from './arguments';
import { UsageError } from './command';
import { type Option } from './option';

/** What stands for the cluster where a source is asked for. */
const CLUSTER = 'cluster';

/** The options of commands that read a cluster. */
export const CLUSTER_OPTIONS: readonly Option[] = [
  {
    name: 'context',
    value: 'NAME',
    help: ['read the cluster of this context of kubectl, by kubectl get; nothing is changed there'],
  },
  {
    name: 'kubeconfig',
    value: 'FILE',
    isPath: true,
    help: ['the configuration that kubectl reads for that'],
  },
];

/** Whether a cluster is to be read beside these sources, or instead of any. Throws {@link UsageError} on empty names. */
export function isClusterAsked(parsed: ParsedArguments, sources: readonly string[] = []): boolean {
  const given = [textOption(parsed, 'context'), textOption(parsed, 'kubeconfig')];
  if (given.includes('')) {
    throw new UsageError('--context takes the name of a context, and --kubeconfig a file');
  }
  const isNamed = sources.includes(CLUSTER);
  const isGiven = given.some((one) => one !== undefined);
  if (isGiven && sources.length > 0 && !isNamed) {
    throw new UsageError(
      `--context and --kubeconfig are for a cluster; name no other source than ${CLUSTER} beside them, or none`,
    );
  }
  return isNamed || isGiven;
}

/** The objects of the cluster that the options name, in the namespaces of the manifests or in the one that is asked for. */
export function readAskedCluster(
  parsed: ParsedArguments,
  wanted: readonly Manifest[],
  showsManagedFields = false,
): ReadManifests {
  const asked = namespaceOption(parsed);
  const named = [...new Set(wanted.map(({ namespace }) => namespace))];
  const namespaces: ClusterSource['namespaces'] =
    named.length === 0 ? [asked] : [...new Set(named.map((namespace) => namespace ?? asked))];
  return readCluster({
    context: textOption(parsed, 'context'),
    kubeconfig: textOption(parsed, 'kubeconfig'),
    namespaces,
    showsManagedFields,
  });
}

/** What the sources hold, the cluster among them. */
export function readWithCluster(
  parsed: ParsedArguments,
  sources: readonly string[],
  wanted: readonly Manifest[],
  showsManagedFields = false,
): ReadManifests {
  const files = readSources(sources.filter((source) => source !== CLUSTER));
  if (!isClusterAsked(parsed, sources) || files.problems.length > 0) {
    return files;
  }
  const live = readAskedCluster(parsed, wanted, showsManagedFields);
  return { ...live, manifests: [...files.manifests, ...live.manifests] };
}
