/** What writes code: a file of its own in the bundle, for the command and the library. It needs cdk8s beside it. */
export * from '../adopt';
export { packageVersion } from './package-version';
