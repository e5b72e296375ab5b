import base from '../../ui/base.css?raw';
import dataTable from '../../ui/data-table.css?raw';
import descriptionList from '../../ui/description-list.css?raw';
import details from '../../ui/details.css?raw';
import hashValue from '../../ui/hash-value.css?raw';
import layout from '../../ui/layout.css?raw';
import pageHeader from '../../ui/page-header.css?raw';
import print from '../../ui/print.css?raw';
import reset from '../../ui/reset.css?raw';
import section from '../../ui/section.css?raw';
import stat from '../../ui/stat.css?raw';
import stateMark from '../../ui/state-mark.css?raw';
import tokens from '../../ui/tokens.css?raw';
import utilities from '../../ui/utilities.css?raw';
import wordmark from '../../ui/wordmark.css?raw';
import own from './page.css?raw';

/** The portal's own look for pages that are read from a file: one style inside the page, nothing from elsewhere. */
export const PAGE_STYLE = [
  reset,
  tokens,
  base,
  layout,
  wordmark,
  pageHeader,
  section,
  stateMark,
  descriptionList,
  dataTable,
  stat,
  hashValue,
  details,
  utilities,
  print,
  own,
]
  .join('\n')
  // Comments explain the source, not the page.
  .replaceAll(/\/\*.*?\*\//gs, '')
  .replaceAll(/\n\s*\n/g, '\n');
