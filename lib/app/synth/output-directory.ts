import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestYaml } from '../yaml/manifest-yaml';

/** The directory that an app is synthesised into. Paths are relative to it; those of manifests lack the extension. */
export class OutputDirectory {
  private readonly yaml = new ManifestYaml();

  constructor(
    private readonly path: string,
    private readonly extension: string,
  ) {
    this.createFolder();
  }

  /** Creates a folder, if it is not there. */
  public createFolder(path = ''): void {
    const folder = join(this.path, path);
    write(folder, () => mkdirSync(folder, { recursive: true }));
  }

  /** Writes manifests to one file. */
  public saveManifests(path: string, manifests: Iterable<unknown>): void {
    this.saveText(path + this.extension, this.yaml.stringify(manifests));
  }

  /** Writes a text to a file. */
  public saveText(path: string, text: string): void {
    const file = join(this.path, path);
    write(file, () => {
      writeFileSync(file, text);
    });
  }
}

/** Says in one line which file or folder cannot be written, and why. */
function write(path: string, action: () => unknown): void {
  try {
    action();
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Error(
      `App: ${JSON.stringify(path)} cannot be written (${code}); give a writable folder as 'outdir'`,
      { cause: error },
    );
  }
}
