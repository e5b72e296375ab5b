/** One way to send a form of a page: its values as a browser would send them, and the button that was pressed. */
export interface Control {
  readonly method: 'get' | 'post';
  /** Absolute path with query. */
  readonly action: string;
  /** What the button says. */
  readonly label: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** `name=value` of the button, empty when it has no name. */
  readonly button: string;
  /** Names of its file inputs, sent without a file; undefined: a form without any. */
  readonly files: readonly string[] | undefined;
  /** Nothing can be sent before a person chose a file. */
  readonly needsFile: boolean;
}

interface OpenForm {
  readonly attributes: Attributes;
  readonly values: [string, string][];
  readonly offered: Map<string, string>;
  readonly files: { readonly name: string; readonly required: boolean }[];
  readonly buttons: { readonly attributes: Attributes; readonly label: string }[];
}
type Attributes = ReadonlyMap<string, string>;

const TAG =
  /<form\b([^>]*)>|<(\/form)>|<input\b([^>]*?)\/?>|<button\b([^>]*)>(.*?)<\/button>|<select\b([^>]*)>(.*?)<\/select>|<textarea\b([^>]*)>(.*?)<\/textarea>/gs;

/**
 * Every way to send every form of a page, filled in as little as the page
 * allows: what is preset stays, what is required or one of a choice takes a
 * first plausible value. For markup of our own, which closes and quotes.
 */
export function controlsOf(html: string, path: string): Control[] {
  const controls: Control[] = [];
  let form: OpenForm | undefined;
  for (const [, opened, closed, input, button, label, select, options, area, text] of html.matchAll(TAG)) {
    if (opened !== undefined)
      form = { attributes: attributesOf(opened), values: [], offered: new Map(), files: [], buttons: [] };
    if (!form) continue;
    if (closed) {
      controls.push(...sendingsOf(form, path));
      form = undefined;
    } else if (input !== undefined) addInput(form, attributesOf(input));
    else if (button !== undefined)
      form.buttons.push({
        attributes: attributesOf(button),
        label: decode(label?.replaceAll(/<[^>]*>/g, '') ?? ''),
      });
    else if (select !== undefined) addSelect(form, attributesOf(select), options ?? '');
    else if (area !== undefined) addText(form, attributesOf(area), decode(text ?? '').trim() || 'Grüß Gott');
  }
  return controls;
}

function sendingsOf({ attributes, values, offered, files, buttons }: OpenForm, path: string): Control[] {
  const given = new Set(values.map(([name]) => name));
  const filled = [...values, ...[...offered].filter(([name]) => !given.has(name))];
  return buttons
    .filter(({ attributes: own }) => (own.get('type') ?? 'submit') === 'submit' && !own.has('disabled'))
    .map(({ attributes: own, label }) => {
      const name = own.get('name');
      const all =
        name === undefined ? filled : [...filled, [name, own.get('value') ?? ''] as [string, string]];
      const fields: Record<string, string[]> = {};
      for (const [key, value] of all) fields[key] = [...(fields[key] ?? []), value];
      return {
        method: (
          own.get('formmethod') ??
          attributes.get('method') ??
          'get'
        ).toLowerCase() as Control['method'],
        action: resolve(own.get('formaction') ?? attributes.get('action') ?? path, path),
        label: label.trim(),
        fields,
        button: name === undefined ? '' : `${name}=${own.get('value') ?? ''}`,
        files: /^multipart\//.test(attributes.get('encType') ?? attributes.get('enctype') ?? '')
          ? files.map((file) => file.name)
          : undefined,
        needsFile: files.some(({ required }) => required),
      };
    });
}

function addInput(form: OpenForm, attributes: Attributes): void {
  const name = attributes.get('name');
  if (name === undefined || attributes.has('disabled')) return;
  const type = attributes.get('type') ?? 'text';
  const value = attributes.get('value') ?? '';
  if (type === 'submit') form.buttons.push({ attributes, label: value });
  else if (type === 'checkbox' || type === 'radio') {
    if (attributes.has('checked')) form.values.push([name, value || 'on']);
    // A choice with nothing chosen: the first that is offered.
    else if (!form.offered.has(name)) form.offered.set(name, value || 'on');
  } else if (type === 'file') form.files.push({ name, required: attributes.has('required') });
  else addText(form, attributes, value);
}

function addText(form: OpenForm, attributes: Attributes, value: string): void {
  const name = attributes.get('name');
  if (name === undefined || attributes.has('disabled')) return;
  const type = attributes.get('type') ?? 'text';
  const needed = attributes.has('required') || type === 'email';
  form.values.push([name, value || !needed ? value : (PLAUSIBLE[type] ?? 'Grüß Gott')]);
}

function addSelect(form: OpenForm, attributes: Attributes, options: string): void {
  const name = attributes.get('name');
  if (name === undefined || attributes.has('disabled')) return;
  const known = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option]) => attributesOf(option ?? ''));
  const chosen = known.find((option) => option.has('selected')) ?? known[0];
  const first = attributes.has('required') ? known.find((option) => option.get('value')) : undefined;
  const value = chosen?.get('value') || first?.get('value');
  form.values.push([name, value ?? '']);
}

const PLAUSIBLE: Readonly<Record<string, string>> = {
  email: 'jemand@beispiel.at',
  date: '2026-12-24',
  tel: '+4366412345678',
  number: '2',
  time: '20:00',
};

function resolve(action: string, path: string): string {
  const url = new URL(action, new URL(path, 'http://page.test'));
  return url.pathname + url.search;
}

function attributesOf(markup: string): Attributes {
  return new Map(
    [...markup.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
      name ?? '',
      decode(value ?? ''),
    ]),
  );
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
