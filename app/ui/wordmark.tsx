/** A steering wheel and the product's name; the name is the same in every language. */
export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="9.75" />
        <path d="M2.6 10.4c3-1.7 6.1-2.5 9.4-2.5s6.4.8 9.4 2.5M12 13.8v7.8M9.2 12.6c-1.2 1.6-3.3 2.6-6.2 3M14.8 12.6c1.2 1.6 3.3 2.6 6.2 3" />
      </svg>
      Driverseat
    </span>
  );
}
