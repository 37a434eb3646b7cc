// The languages that packages are made for: what builds them, and where a package stands below build/packages/.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function succeeds(command, words, cwd) {
  try {
    execFileSync(command, words, { cwd, stdio: 'ignore', timeout: 120_000 });
    return true;
  } catch {
    return false;
  }
}

/** The major version is part of the name of a Go module from 2 on. */
function goModule({ name, version, jsii }) {
  const { moduleName, packageName = name.replaceAll(/[^a-z0-9]/g, '') } = jsii.targets.go;
  const major = Number(version.split('.')[0]);
  return { packageName, path: `${moduleName}/${packageName}${major > 1 ? `/v${major}` : ''}` };
}

function isGoModuleServed(content) {
  const folder = mkdtempSync(join(tmpdir(), 'go-module-'));
  try {
    writeFileSync(join(folder, 'go.mod'), 'module served\n');
    return succeeds('go', ['list', '-m', `${goModule(content).path}@v${content.version}`], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isMavenArtifactServed({ version, jsii }) {
  const { groupId, artifactId } = jsii.targets.java.maven;
  const artifact = `-Dartifact=${groupId}:${artifactId}:${version}`;
  return succeeds('mvn', ['--quiet', '--batch-mode', 'dependency:get', '-Dtransitive=false', artifact]);
}

/**
 * By the name that jsii gives it: the tool without which a package can't be built, whether a registry serves what
 * pacmak makes of an npm package (asked where building needs it), and its folder, from the content of package.json.
 */
export const LANGUAGES = {
  js: { title: 'TypeScript and JavaScript', tool: 'npm' },
  python: { title: 'Python', tool: 'python3' },
  java: {
    title: 'Java',
    tool: 'mvn',
    isServed: isMavenArtifactServed,
    folderOf: ({ jsii }) => {
      const { groupId, artifactId } = jsii.targets.java.maven;
      return join(...groupId.split('.'), artifactId);
    },
  },
  go: {
    title: 'Go',
    tool: 'go',
    isServed: isGoModuleServed,
    folderOf: (content) => goModule(content).packageName,
    modulePath: (content) => goModule(content).path,
  },
  dotnet: { title: '.NET', tool: 'dotnet' },
};

/** Whether the toolchain of a language is there. */
export function hasToolchain({ tool }) {
  // The go command has no option for it.
  return succeeds(tool, [tool === 'go' ? 'version' : '--version']);
}
