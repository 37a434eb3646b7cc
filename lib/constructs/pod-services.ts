import type { ExposureOptions } from './exposed-service';

/** Options of the Services of single pods. */
export interface PodServicesOptions extends ExposureOptions {
  /**
   * The prefix of the pod's name in the name of its Service.
   *
   * @default - no prefix: the Service has the name of the pod
   */
  readonly namePrefix?: string;

  /**
   * Annotations of the Service of one pod in addition to `annotations`, such as the host name for an external DNS
   * controller: the first element for the first pod, and so on.
   *
   * @default - none
   */
  readonly annotationsPerPod?: Record<string, string>[];
}
