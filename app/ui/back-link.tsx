import { Icon } from './icon.tsx';

type BackLinkProps = {
  /** Names the landmark, e.g. "Wo Sie sind". */
  label: string;
  /** From the area's home down to the parent page; the page itself is its h1. */
  trail: readonly { href: string; label: string }[];
};

/** The way back: the parent alone on the phone, the whole trail on wide screens. */
export function BackLink({ label, trail }: BackLinkProps) {
  return (
    <nav className="back-link" aria-label={label}>
      <Icon name="back" />
      <ol>
        {trail.map(({ href, label: name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
