/** Line drawings on a 20 by 20 grid; they repeat what a word beside them says, so they are hidden from readers. */
const drawings = {
  check: <path d="m4.5 10.5 3.6 3.6 7.4-8" />,
  bar: <path d="M5 10h10" />,
  cross: <path d="m5.5 5.5 9 9m0-9-9 9" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9.2v4.6M10 6.2v.1" />
    </>
  ),
  done: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="m6.6 10.3 2.4 2.4 4.5-5" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.8V10l2.8 2" />
    </>
  ),
  warning: (
    <>
      <path d="M10 2.8 18 16.8H2Z" />
      <path d="M10 8v4M10 14.3v.1" />
    </>
  ),
  next: <path d="m8 5 5 5-5 5" />,
  back: <path d="m12 5-5 5 5 5" />,
  down: <path d="m5 8 5 5 5-5" />,
  menu: <path d="M3.5 6.5h13M3.5 13.5h13" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.2" />
      <path d="m13 13 4 4" />
    </>
  ),
  lock: (
    <>
      <rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
      <path d="M7 9V6.6a3 3 0 0 1 6 0V9" />
    </>
  ),
  print: (
    <>
      <path d="M6 7.5V3.5h8v4M6 13.5H3.5v-6h13v6H14" />
      <path d="M6 11.5h8v5H6Z" />
    </>
  ),
  download: <path d="M10 3.5v8.5m-3.6-3.4L10 12.2l3.6-3.6M4 16.5h12" />,
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
