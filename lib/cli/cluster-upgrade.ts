import { readSources } from '../manifests/reading/read-sources';
import { isOlder } from '../kubernetes/releases';
import { type ApplyOptions } from '../plan/apply-mode';
import { clusterUpgrade } from '../plan/cluster-upgrade/cluster-upgrade';
import { Effect, isAsBadAs } from '../plan/policy/effect';
import { type ClusterUpgradeJson, clusterUpgradeJson } from '../plan/report/cluster-upgrade-json';
import { clusterUpgradeMarkdown, clusterUpgradeText } from '../plan/report/cluster-upgrade-text';
import { jsonText } from '../text/printable';
import { namespaceOption, type ParsedArguments, releaseOption, textOption } from './arguments';
import { ExitCode, type OutputStream, type Streams, UsageError } from './command';
import { endUnread } from './input';
import { paletteOf } from './terminal';

/** The option that makes `plan` one of the cluster instead of manifests. */
export const TO_VERSION = 'to-kubernetes-version';

/** What `plan` has read of its options already. */
interface UpgradeOptions {
  readonly apply: ApplyOptions;
  readonly format: string;
  /** From which effect on it fails. */
  readonly failOn: Effect;
}

/** `plan --to-kubernetes-version`: what another version of the cluster does otherwise with the same manifests. */
export function runClusterUpgrade(
  parsed: ParsedArguments,
  sources: readonly string[],
  { apply, format, failOn }: UpgradeOptions,
  streams: Streams,
): ExitCode {
  if (parsed.values.from !== undefined) {
    throw new UsageError(`--${TO_VERSION} is about manifests that stay as they are; leave --from out`);
  }
  const [from, to] = ['kubernetes-version', TO_VERSION].map((name) => releaseOption(parsed, name));
  if (from === undefined || to === undefined) {
    throw new UsageError(`--${TO_VERSION} needs --kubernetes-version, the version that the cluster has now`);
  }
  if (!isOlder(from, to)) {
    const [now, then] = ['kubernetes-version', TO_VERSION].map((name) => textOption(parsed, name) ?? '');
    throw new UsageError(`--${TO_VERSION} ${then} must be newer than --kubernetes-version ${now}`);
  }
  const read = readSources(sources);
  if (read.problems.length > 0) {
    return endUnread(read, streams);
  }
  const upgrade = clusterUpgrade({
    manifests: read.manifests,
    from,
    to,
    apply,
    namespace: namespaceOption(parsed),
  });
  streams.out.write(rendered(clusterUpgradeJson(upgrade), format, streams.out));
  return failOn !== Effect.NONE && isAsBadAs(upgrade.effect, failOn) ? ExitCode.FOUND : ExitCode.OK;
}

function rendered(json: ClusterUpgradeJson, format: string, out: OutputStream): string {
  switch (format) {
    case 'text':
      return clusterUpgradeText(json, paletteOf(out));
    case 'json':
      return `${jsonText(json)}\n`;
    case 'markdown':
      return clusterUpgradeMarkdown(json);
    default:
      throw new UsageError(
        `--output ${format} does not go with --${TO_VERSION}; choose text, json or markdown`,
      );
  }
}
