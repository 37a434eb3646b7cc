import { type Manifest } from '../../manifests/manifest';
import { type CheckJson } from './check-json';

/** A check, with what its reports say besides. */
export interface Checked {
  readonly json: CheckJson;
  /** The objects of a kind that is checked in which nothing is found. */
  readonly clean: readonly Manifest[];
  /** Whether warnings fail, too. */
  readonly isStrict: boolean;
  /** The version of this package. */
  readonly toolVersion: string;
}
