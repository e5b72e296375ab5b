import type { ReactNode } from 'react';
import { brandClass } from './view.ts';

/** A part of the page in a company's colour. */
export function Branded({ company, children }: { readonly company: string; readonly children: ReactNode }) {
  return (
    <div data-branded="" className={brandClass(company)}>
      {children}
    </div>
  );
}
