type HashValueProps = {
  value: string;
  /** Characters in a group; a group never breaks, copying gives the plain value. */
  group?: number | undefined;
};

/** A long value to be compared by eye: evenly spaced, wraps between groups. */
export function HashValue({ value, group = 8 }: HashValueProps) {
  const groups = Array.from({ length: Math.ceil(value.length / group) }, (_, index) => ({
    at: index * group,
    text: value.slice(index * group, (index + 1) * group),
  }));
  return (
    <code className="hash-value">
      {groups.map(({ at, text }) => (
        <span key={at}>{text}</span>
      ))}
    </code>
  );
}
