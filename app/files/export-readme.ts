import type { I18n } from '#app/i18n/i18n-context.tsx';

const PARTS = {
  'index.html': 'page',
  'driverseat-export.json': 'data',
  'proofs/': 'proofs',
  'disclosures.ndjson': 'looks',
  'tables/': 'tables',
  'texts/': 'texts',
  'brought/': 'brought',
  'log/': 'log',
  'manifest.json': 'list',
} as const;

/** For whoever writes a verifier: terms of the standards, which no page shows. */
const FOR_PROGRAMS = `How to verify an entry (one line of a file in proofs/)

1. leaf = SHA-256(0x00 || 0x01 || HMAC-SHA256(salt, "driverseat/leaf/v1" || JCS(record)))
   JCS is RFC 8785. The result is proof.leafHash.
2. proof.hashes is the audit path of RFC 6962, section 2.1.1, for leaf number
   index in a tree of proof.treeSize leaves. The result is the root hash.
3. log.checkpoint is a signed note (c2sp.org/tlog-checkpoint). Its third line is
   that root hash; it is signed by log.key.
4. Whether log.key is the key of the portal: compare it with <origin>/vkey there.
5. The text of a decision: SHA-256 of texts/<textHash>.json is textHash.`;

/** What is in the file and how to check it, in the customer's language. */
export function exportReadme({ t }: I18n): string {
  const parts = Object.entries(PARTS).map(
    ([name, part]) => `${name}\n    ${t(`me.takeAlong.readme.part.${part}`)}`,
  );
  return `${[
    t('me.takeAlong.readme.title'),
    t('me.takeAlong.readme.lead'),
    parts.join('\n'),
    t('me.takeAlong.readme.check'),
    t('me.takeAlong.readme.bring'),
    FOR_PROGRAMS,
  ].join('\n\n')}\n`;
}
