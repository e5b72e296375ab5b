type BrandMarkProps = {
  /** Name of a company or person; its first letter is drawn. */
  name: string;
  /** Class that carries `--brand`, from the stylesheet route; the area's accent without it. */
  brandClass?: string | undefined;
  size?: 's' | 'm' | 'l' | undefined;
};

/** A letter on soft ground. Decorative: the name itself stands beside it. */
export function BrandMark({ name, brandClass, size = 'm' }: BrandMarkProps) {
  const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? '·';
  return (
    <span className={`brand-mark brand-mark-${size}${brandClass ? ` ${brandClass}` : ''}`} aria-hidden="true">
      {letter}
    </span>
  );
}
