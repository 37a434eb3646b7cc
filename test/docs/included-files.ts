import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where paths in the documentation start: the folder of the repository. */
export const REPOSITORY = join(__dirname, '../..');

/** A fenced block, with the marker before it that says where its text comes from. */
const BLOCK = /(?:<!-- include: (\S+?)(?:#(\S+))? -->\n\n?)?^```(\w*)\n([\s\S]*?)^```$/gm;

/** A block of code in a page: its language and text, and where the text comes from. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  readonly file?: string;
  readonly region?: string;
}

/** The pages that people write; others are made from the code as a whole. */
export function writtenPages(): string[] {
  const generated = ['docs/changes.md', 'docs/errors.md', 'docs/rules.md'];
  const docs = readdirSync(join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file));
  const examples = readdirSync(join(REPOSITORY, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('examples', file));
  return ['README.md', 'CONTRIBUTING.md', ...docs.sort(), ...examples.sort()].filter(
    (page) => !generated.includes(page),
  );
}

/** The blocks of code in a page. */
export function codeBlocks(page: string): CodeBlock[] {
  return [...page.matchAll(BLOCK)].map(([, file, region, language, text]) => ({
    language,
    text,
    file: file === '' ? undefined : file,
    region: region === '' ? undefined : region,
  }));
}

/** The page with the text of the files in place of what its marked blocks had. */
export function withIncludedFiles(page: string): string {
  return page.replace(BLOCK, (block, file?: string, region?: string) => {
    if (file === undefined) {
      return block;
    }
    const fence = block.indexOf('```');
    const opening = block.slice(0, block.indexOf('\n', fence) + 1);
    return `${opening}${includedText(file, region)}\`\`\``;
  });
}

/** The text of a file, or of the part of it between `#region NAME` and `#endregion`, moved to the left margin. */
function includedText(file: string, region: string | undefined): string {
  const path = join(REPOSITORY, file);
  if (!existsSync(path)) {
    throw new Error(`there is no file ${file} to include`);
  }
  const text = readFileSync(path, 'utf8');
  if (region === undefined) {
    return text;
  }
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim().endsWith(`#region ${region}`));
  const end = lines.findIndex((line, index) => index > start && line.trim().endsWith('#endregion'));
  if (start < 0 || end < 0) {
    throw new Error(`${file} has no region ${region}`);
  }
  const inside = lines.slice(start + 1, end);
  const margin = Math.min(...inside.filter((line) => line !== '').map((line) => line.search(/\S/)));
  return `${inside.map((line) => line.slice(margin)).join('\n')}\n`;
}
