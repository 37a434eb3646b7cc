// By the name that jsii gives a language: what installs its package into an empty project.
import * as go from './go.mjs';
import * as java from './java.mjs';
import * as python from './python.mjs';

export const PROJECTS = { python, java, go };
