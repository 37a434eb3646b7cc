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

  /**
   * The ports of the nodes, by the names of the ports that they lead to: the first element for the Service of the first
   * pod, and so on. No two Services of a cluster can have the same one, so `ports` cannot say it for all.
   *
   * @default - the cluster chooses them where the type needs them
   */
  readonly nodePortsPerPod?: Record<string, number>[];
}
