/** What of the judging half the public classes use. Only `judging()` loads this file. */
export { inputProblemText } from './facts/input-problem';
export { manifestOf } from './facts/manifest';
export { readManifests } from './facts/read-manifests';
export { readPaths } from './facts/read-paths';
export { checkJson } from './report/check-json';
export { checkText } from './report/check-text';
export { RULES } from './rules';
export { check } from './rules/check';
