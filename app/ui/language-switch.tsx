export type LanguageOption = {
  /** BCP 47 tag, e.g. `de`. */
  code: string;
  /** Short sign, e.g. `DE`. */
  short: string;
  /** The language's own name, e.g. "Deutsch". */
  name: string;
  href: string;
  current?: boolean | undefined;
};

export function LanguageSwitch({ label, options }: { label: string; options: readonly LanguageOption[] }) {
  return (
    <nav className="language-switch" aria-label={label}>
      <ul>
        {options.map(({ code, short, name, href, current }) => (
          <li key={code}>
            <a href={href} lang={code} hrefLang={code} aria-current={current ? 'true' : undefined}>
              <span aria-hidden="true">{short}</span>
              <span className="visually-hidden">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
