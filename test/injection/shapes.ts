/** A character that a terminal or an editor obeys instead of showing it. Line breaks of a report are meant. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\u{e0000}-\u{e007f}]|\p{Cs}/u;

/** The colours of a report for a terminal. */
const COLOUR = /\u001b\[(?:1|2|22|31|33|39)m/g;

/** The first character that cannot be seen, with what stands before it; undefined where there is none. */
export function unseenIn(output: string): string | undefined {
  const text = output.replaceAll(COLOUR, '');
  const at = text.search(UNSEEN);
  return at < 0 ? undefined : JSON.stringify(text.slice(Math.max(0, at - 40), at + 2));
}

/** An effect in the first cell, a title, and a code at the end of the last cell. */
const OWN_MARKUP = /^\| \*\*[\w-]+\*\*|^\*\*\w+\*\*$|\([A-Z_]+\) \|$/g;
const OWN_LINES =
  /^(?:$|### |\||- [\w`]|\d+\. |\*\*\w+\*\*$|<|[A-Z\d]|takes effect|nothing changes|pods restart|the API server|accepted, and)/;
const OWN_HTML = [
  '<details><summary>Migration procedure</summary>',
  '<details><summary>Why, and how to fix it</summary>',
  '</details>',
];

/** Lines of the Markdown that are markup, link or mention somebody, or break a table. */
export function brokenMarkdown(output: string): readonly string[] {
  const broken: string[] = [];
  let fence = '';
  let columns = 0;
  for (const line of output.split('\n')) {
    const [, ticks = ''] = /^ {0,3}(`{3,})/.exec(line) ?? [];
    if (fence !== '') {
      fence = ticks.length >= fence.length && line.trim() === ticks ? '' : fence;
      continue;
    }
    if (ticks !== '') {
      fence = ticks;
      continue;
    }
    const width = line.startsWith('|') ? barsOf(line) : 0;
    if (columns > 0 && width > 0 && width !== columns) {
      broken.push(line);
    }
    columns = width;
    if (!OWN_HTML.includes(line) && /[<@]|:\/\/|www\.|#\d/.test(withoutCode(line))) {
      broken.push(line);
    }
    if (/(?<!\\)(?:\\\\)*[[\]*_]/.test(withoutCode(line).replaceAll(OWN_MARKUP, ''))) {
      broken.push(line);
    }
    if (!OWN_LINES.test(line)) {
      broken.push(line);
    }
  }
  return fence === '' ? broken : [...broken, 'a block of code that is not closed'];
}

function barsOf(line: string): number {
  return [...line.matchAll(/(\\*)\|/g)].filter(([, before]) => before.length % 2 === 0).length;
}

/** The line without its code, which ends at as many back quotes as it begins with. */
function withoutCode(line: string): string {
  return line.replaceAll(/\\`|(`+)(?!`)(.*?[^`])\1(?!`)/g, '');
}

/** Commands with properties that cannot end early, and the line of figures. */
const GITHUB_LINES =
  /^(?:::(?:error|warning|notice) (?:file=[^:,\r\n]*,(?:line=\d+,)?)?title=[A-Z_]+::(?:[^%\r\n]|%(?:25|0A))*|\d+ (?:errors?|changes?)\b[^:]*)$/;

/** Lines that are no annotation of GitHub Actions. */
export function brokenAnnotations(output: string): readonly string[] {
  const lines = output.split('\n').slice(0, -1);
  return lines.filter((line) => !GITHUB_LINES.test(line));
}

const LABEL = /"(?:[\p{L}\p{N} .,/()_+-]|#\d+;|<br\/>)*"/u.source;
const MERMAID_LINES = [
  /flowchart TB/,
  / {2}s\d+clients\(\["clients"\]\)/,
  new RegExp(` {2}s\\d+v\\d+\\[${LABEL}\\]`, 'u'),
  / {2}s\d+clients --> s\d+v\d+/,
  / {2}s\d+v\d+ (?:-->|-\.->) s\d+(?:p\d+)?/,
  new RegExp(` {2}subgraph s\\d+\\[${LABEL}\\]`, 'u'),
  / {4}direction LR/,
  new RegExp(` {4}s\\d+(?:p\\d+|more)\\[${LABEL}\\]`, 'u'),
  / {2}end/,
  new RegExp(` {2}s\\d+p\\d+ --- s\\d+p\\d+c\\d+\\[\\(${LABEL}\\)\\]`, 'u'),
].map(({ source }) => new RegExp(`^${source}$`, 'u'));

/** Lines that are none of those that a chart has. */
export function brokenMermaid(output: string): readonly string[] {
  const lines = output.split('\n').slice(0, -1);
  return lines.filter((line) => !MERMAID_LINES.some((shape) => shape.test(line)));
}

const XML_PART =
  /<(?<open>[a-z]+)(?:\s[\w:-]+="[^"<&]*")*\s*(?<closed>\/?)>|<\/(?<close>[a-z]+)>|(?<text>(?:[^<&]|&(?:amp|lt|gt|quot|apos);)+)/guy;
const SVG_ELEMENTS = ['svg', 'title', 'defs', 'marker', 'path', 'rect', 'g', 'text'];

/** What of the SVG is no XML, or no element of a drawing; undefined where it is well formed. */
export function brokenSvg(output: string): string | undefined {
  const open: string[] = [];
  let end = 0;
  let roots = 0;
  for (const part of output.matchAll(XML_PART)) {
    const groups: Readonly<Record<string, string | undefined>> = part.groups ?? {};
    const { open: opened, closed, close, text } = groups;
    end = part.index + part[0].length;
    if (opened !== undefined) {
      roots += open.length === 0 ? 1 : 0;
      if (!SVG_ELEMENTS.includes(opened)) {
        return part[0];
      }
      if (closed === '') {
        open.push(opened);
      }
    } else if (close !== undefined ? open.pop() !== close : open.length === 0 && text?.trim() !== '') {
      return part[0];
    }
  }
  return end === output.length && open.length === 0 && roots === 1 ? undefined : output.slice(end, end + 80);
}
