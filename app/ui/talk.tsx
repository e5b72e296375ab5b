import type { ReactNode } from 'react';

export type TalkPicture = {
  href: string;
  label: string;
  width: number;
  height: number;
};

export type TalkItem = {
  key: string;
  /** Written by the reader of this page: set apart by place and word, never by colour alone. */
  own: boolean;
  who: ReactNode;
  time: ReactNode;
  dateTime: string;
  /** Lines stay lines. */
  text: string;
  pictures?: readonly TalkPicture[] | undefined;
};

/** What two sides said to each other, oldest first. */
export function Talk({ label, items }: { label: string; items: readonly TalkItem[] }) {
  return (
    <ol className="talk" aria-label={label}>
      {items.map(({ key, own, who, time, dateTime, text, pictures = [] }) => (
        <li className={own ? 'talk-item talk-own' : 'talk-item'} key={key}>
          <p className="talk-head">
            <span className="talk-who">{who}</span> <time dateTime={dateTime}>{time}</time>
          </p>
          <p className="talk-text">{text}</p>
          {pictures.length > 0 ? (
            <ul className="talk-pictures">
              {pictures.map((picture) => (
                <li key={picture.href}>
                  <a href={picture.href}>
                    <img
                      src={picture.href}
                      alt={picture.label}
                      width={picture.width}
                      height={picture.height}
                      loading="lazy"
                    />
                  </a>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
