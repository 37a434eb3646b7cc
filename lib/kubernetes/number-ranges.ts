/** The whole numbers that a field takes, both ends included. */
export interface NumberRange {
  readonly least: number;
  readonly most?: number;
}

const NOT_NEGATIVE: NumberRange = { least: 0 };
const POSITIVE: NumberRange = { least: 1 };
const WEIGHT: NumberRange = { least: 1, most: 100 };

/** Permissions of a file, 0 to 0777. */
const FILE_MODE: NumberRange = { least: 0, most: 0o777 };

/** The id of a user or a group. */
const ID: NumberRange = { least: 0, most: 2 ** 31 - 1 };

/** The fields that take a range of numbers, by type and field; those that a construct refuses have rules of their own. */
export const NUMBER_RANGES: Readonly<Record<string, Readonly<Record<string, NumberRange>>>> = {
  ClientIPConfig: { timeoutSeconds: { least: 1, most: 86400 } },
  ConfigMapVolumeSource: { defaultMode: FILE_MODE },
  DownwardAPIVolumeFile: { mode: FILE_MODE },
  DownwardAPIVolumeSource: { defaultMode: FILE_MODE },
  HPAScalingPolicy: { periodSeconds: { least: 1, most: 1800 }, value: POSITIVE },
  HPAScalingRules: { stabilizationWindowSeconds: { least: 0, most: 3600 } },
  'HorizontalPodAutoscalerSpec:v1': { targetCPUUtilizationPercentage: POSITIVE },
  KeyToPath: { mode: FILE_MODE },
  PodSecurityContext: { fsGroup: ID, runAsGroup: ID, runAsUser: ID, supplementalGroups: ID },
  MetricTarget: { averageUtilization: POSITIVE },
  PreferredSchedulingTerm: { weight: WEIGHT },
  Probe: {
    failureThreshold: NOT_NEGATIVE,
    initialDelaySeconds: NOT_NEGATIVE,
    periodSeconds: NOT_NEGATIVE,
    successThreshold: NOT_NEGATIVE,
    terminationGracePeriodSeconds: POSITIVE,
    timeoutSeconds: NOT_NEGATIVE,
  },
  ProjectedVolumeSource: { defaultMode: FILE_MODE },
  SecretVolumeSource: { defaultMode: FILE_MODE },
  SecurityContext: { runAsGroup: ID, runAsUser: ID },
  ServiceAccountTokenProjection: { expirationSeconds: { least: 600, most: 2 ** 32 } },
  StatefulSetSpec: { minReadySeconds: NOT_NEGATIVE },
  WeightedPodAffinityTerm: { weight: WEIGHT },
};

/** What is wrong with a number, in the form "must ...", or undefined where nothing is. */
export function rangeProblem(value: number, { least, most }: NumberRange): string | undefined {
  if (value >= least && (most === undefined || value <= most)) {
    return undefined;
  }
  return most === undefined
    ? `must be greater than or equal to ${least}`
    : `must be between ${least} and ${most}`;
}
