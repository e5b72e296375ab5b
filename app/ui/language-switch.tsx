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

type LanguageSwitchProps = {
  label: string;
  options: readonly LanguageOption[];
  /** Id of a form that is open on the page: the switch takes along what was typed, and sends nothing. */
  form?: string | undefined;
};

export function LanguageSwitch({ label, options, form }: LanguageSwitchProps) {
  return (
    <nav className="language-switch" aria-label={label}>
      <ul>
        {options.map(({ code, short, name, href, current }) => (
          <li key={code}>
            {form === undefined ? (
              <a href={href} lang={code} hrefLang={code} aria-current={current ? 'true' : undefined}>
                <Names short={short} name={name} />
              </a>
            ) : (
              <button
                type="submit"
                form={form}
                formAction={href}
                formMethod="post"
                formEncType="application/x-www-form-urlencoded"
                formNoValidate
                lang={code}
                aria-current={current ? 'true' : undefined}
              >
                <Names short={short} name={name} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Names({ short, name }: Pick<LanguageOption, 'short' | 'name'>) {
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{name}</span>
    </>
  );
}
