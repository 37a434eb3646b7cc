import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeBlocks, REPOSITORY, withIncludedFiles, writtenPages } from './included-files';

const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(writtenPages())('%s', (name) => {
  const path = join(REPOSITORY, name);
  const page = (): string => readFileSync(path, 'utf8');

  it('shows the files that it includes as they are; npm run docs writes them', () => {
    const current = withIncludedFiles(page());
    if (process.env.UPDATE_DOCS === '1') {
      writeFileSync(path, current);
    }
    expect(page()).toBe(current);
  });

  it('has no code but that of files and commands', () => {
    const unproven = codeBlocks(page()).filter(
      ({ file, language }) => file === undefined && language !== 'sh',
    );
    expect(unproven.map(({ text }) => text)).toEqual([]);
  });

  it('names scripts that package.json has', () => {
    const named = [...page().matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = [...page().matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link);
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
  });
});

describe('including files', () => {
  const page = (marker: string): string => `Text.\n\n${marker}\n\n\`\`\`ts\nold\n\`\`\`\n\nMore.\n`;

  it('replaces the text of a marked block and of no other', () => {
    expect(withIncludedFiles(page('<!-- include: examples/nginx/main.ts -->'))).toBe(
      page('<!-- include: examples/nginx/main.ts -->').replace(
        'old\n',
        readFileSync(join(REPOSITORY, 'examples/nginx/main.ts'), 'utf8'),
      ),
    );
    expect(withIncludedFiles(page('No marker.'))).toBe(page('No marker.'));
  });

  it('takes a region to the left margin', () => {
    const text = withIncludedFiles(page('<!-- include: examples/nginx/chart.ts#set -->'));
    expect(text).toContain("\n```ts\nnew StatefulSet(this, 'nginx-statefulset', {\n");
    expect(text).not.toContain('region set\n');
  });

  it.each([
    ['a missing file', '<!-- include: examples/none.ts -->', /no file examples\/none\.ts/],
    ['a missing region', '<!-- include: examples/nginx/chart.ts#none -->', /no region none/],
  ])('fails for %s', (_title, marker, message) => {
    expect(() => withIncludedFiles(page(marker))).toThrow(message);
  });

  it('sees code without a marker', () => {
    expect(codeBlocks(page('No marker.'))).toEqual([{ language: 'ts', text: 'old\n' }]);
  });
});
