export interface MailItem {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface MailParts {
  readonly locale: string;
  /** Whose mail it is, on top. */
  readonly sender: string;
  readonly greeting: string;
  readonly lead: string;
  readonly code: { readonly label: string; readonly digits: string } | null;
  readonly items: readonly MailItem[];
  readonly link: { readonly href: string; readonly label: string; readonly copy: string } | null;
  readonly note: string;
  readonly closing: string;
  /** Why this mail came. */
  readonly footer: string;
  /** Who answers for the mail: the company with its address, and the portal's page. */
  readonly imprint: {
    readonly sender: string | null;
    readonly link: { readonly href: string; readonly label: string } | null;
  };
  /** Look, less, stop: in plain sight, not in grey on grey. */
  readonly ways: readonly { readonly href: string; readonly label: string }[];
}

/*
 * Mail programs know few stylesheets: what little look there is stands at each
 * element. The rules in the head only turn the colours round in the dark, where
 * a program understands them.
 */
const FONT =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5";
const INK = 'color:#23211c';
const SOFT = 'color:#5c5a52;font-size:14px';
const LINE = 'border-top:1px solid #dcd8cc';
const DARK = `@media (prefers-color-scheme:dark){
body,.ink{color:#ece8de!important}body,.page{background:#1b1a17!important}
.card{background:#24221e!important;border-color:#3d3a33!important}
.soft{color:#b5b0a3!important}.way{color:#8fd0b4!important}.line{border-color:#3d3a33!important}}`;

/** Everything is escaped here; no picture, no script, nothing that is loaded from anywhere. */
export function mailHtml(parts: MailParts): string {
  const body = [
    paragraph(parts.greeting),
    paragraph(parts.lead),
    parts.code && codeBlock(parts.code),
    ...parts.items.map(itemBlock),
    parts.link && linkBlock(parts.link),
    paragraph(parts.note),
    paragraph(parts.closing, 'margin-bottom:0'),
  ];
  const locale = escapeHtml(parts.locale);
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><style>${DARK}</style></head>
<body class="page" style="margin:0;padding:16px;background:#f6f3ec;${INK};${FONT}">
<div style="max-width:560px;margin:0 auto" lang="${locale}">
<p class="soft" style="margin:8px 0 12px;${SOFT}">${escapeHtml(parts.sender)}</p>
<div class="card" style="padding:24px 20px;background:#ffffff;border:1px solid #dcd8cc;border-radius:8px">
${body.filter((part) => part).join('\n')}
</div>
<div style="padding:16px 4px 8px">
<p class="soft" style="margin:0 0 12px;${SOFT}">${escapeHtml(parts.footer)}</p>
${parts.ways.map(wayBlock).join('\n')}
${imprintBlock(parts.imprint)}
</div>
</div>
</body>
</html>
`;
}

function paragraph(text: string, style = ''): string {
  return `<p class="ink" style="margin:0 0 16px${style && `;${style}`}">${escapeHtml(text)}</p>`;
}

function codeBlock({ label, digits }: NonNullable<MailParts['code']>): string {
  return (
    `<p class="ink" style="margin:0 0 16px">${escapeHtml(label)}<br>` +
    `<strong style="font-size:28px;letter-spacing:2px">${escapeHtml(digits)}</strong></p>`
  );
}

function itemBlock({ title, lines }: MailItem): string {
  const told = lines.map((line) => `<br>${escapeHtml(line)}`).join('');
  return `<p class="ink line" style="margin:0;padding:12px 0;${LINE}"><strong>${escapeHtml(title)}</strong>${told}</p>`;
}

function linkBlock({ href, label, copy }: NonNullable<MailParts['link']>): string {
  return (
    `<p style="margin:16px 0"><a href="${escapeHtml(href)}" style="display:inline-block;padding:12px 20px;` +
    `border-radius:6px;background:#1d5c45;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></p>` +
    `<p class="soft" style="margin:0 0 16px;${SOFT};word-break:break-all">${escapeHtml(copy)}<br>${escapeHtml(href)}</p>`
  );
}

function imprintBlock({ sender, link }: MailParts['imprint']): string {
  if (sender === null && link === null) return '';
  const page =
    link &&
    `<a class="soft" href="${escapeHtml(link.href)}" style="display:inline-block;padding:12px 0;${SOFT}">${escapeHtml(link.label)}</a>`;
  const lines = [sender && escapeHtml(sender), page].filter(Boolean).join('<br>');
  return `<p class="soft line" style="margin:0;padding:12px 0;${LINE};${SOFT}">${lines}</p>`;
}

/** Tall enough for a thumb. */
function wayBlock({ href, label }: MailParts['ways'][number]): string {
  return (
    `<a class="way line" href="${escapeHtml(href)}" style="display:block;padding:11px 0;${LINE};color:#1d5c45;` +
    `font-size:16px;text-decoration:underline">${escapeHtml(label)}</a>`
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
