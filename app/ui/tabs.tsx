type TabsProps = {
  label: string;
  items: readonly {
    href: string;
    label: string;
    current?: boolean | undefined;
    count?: number | undefined;
  }[];
};

/** Sister pages as links; the current one is said and shown. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span className="tabs-count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
