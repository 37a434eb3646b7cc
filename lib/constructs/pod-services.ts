import type { ExposureOptions } from './exposed-service';

/** How each pod of a set is reached by a Service of its own. */
export interface PodServicesOptions extends ExposureOptions {
  /**
   * What precedes the pod's name in the name of its Service.
   *
   * @default - nothing: the Service is called as the pod
   */
  readonly namePrefix?: string;

  /**
   * Annotations of the Service of one pod beside `annotations`, such as the host name that an external DNS
   * controller shall publish: the first element for the first pod, and so on.
   *
   * @default - none
   */
  readonly annotationsPerPod?: Record<string, string>[];
}
