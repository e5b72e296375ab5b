type CodeBlockProps = {
  /** Says what it is, e.g. "Prüfen Sie selbst". */
  label: string;
  code: string;
};

/** A command or record to take along: one click marks all of it. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="code-block" aria-label={label} tabIndex={0}>
      <pre>
        <code>{code}</code>
      </pre>
    </section>
  );
}
