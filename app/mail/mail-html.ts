export interface MailParts {
  readonly locale: string;
  readonly greeting: string;
  readonly lead: string;
  readonly code: { readonly label: string; readonly digits: string } | null;
  readonly link: { readonly href: string; readonly label: string; readonly copy: string } | null;
  readonly note: string;
  readonly closing: string;
  readonly footer: string;
}

/** Mail programs know no stylesheets: what little look there is stands at each element. */
const FONT =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5";
const SOFT = 'color:#5c5a52;font-size:14px';

/** Everything is escaped here; no picture, no script, nothing that is loaded from anywhere. */
export function mailHtml(parts: MailParts): string {
  const paragraph = (text: string, style = '') =>
    `<p style="margin:0 0 16px${style && `;${style}`}">${escapeHtml(text)}</p>`;
  const code =
    parts.code &&
    `<p style="margin:0 0 16px">${escapeHtml(parts.code.label)}<br>` +
      `<strong style="font-size:28px;letter-spacing:2px">${escapeHtml(parts.code.digits)}</strong></p>`;
  const link =
    parts.link &&
    `<p style="margin:0 0 16px"><a href="${escapeHtml(parts.link.href)}" style="display:inline-block;padding:12px 20px;` +
      `border-radius:6px;background:#1d5c45;color:#ffffff;text-decoration:none">${escapeHtml(parts.link.label)}</a></p>` +
      `<p style="margin:0 0 16px;${SOFT};word-break:break-all">${escapeHtml(parts.link.copy)}<br>${escapeHtml(parts.link.href)}</p>`;
  const body = [
    paragraph(parts.greeting),
    paragraph(parts.lead),
    code,
    link,
    paragraph(parts.note),
    paragraph(parts.closing),
    `<hr style="border:0;border-top:1px solid #dcd8cc;margin:24px 0 16px">`,
    paragraph(parts.footer, SOFT),
  ];
  return `<!doctype html>
<html lang="${escapeHtml(parts.locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;${FONT}">
<div style="max-width:520px;margin:0 auto">
${body.filter((part) => part).join('\n')}
</div>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
