import type { Migration } from '../migrate.ts';
import { foundation } from './0001-foundation.ts';
import { keys } from './0001-keys.ts';
import { preferences } from './0002-preferences.ts';
import { questions } from './0003-questions.ts';
import { threads } from './0004-threads.ts';
import { leave } from './0005-leave.ts';
import { rights } from './0006-rights.ts';
import { profile } from './0007-profile.ts';
import { mailLinks } from './0008-mail-links.ts';
import { ownFiles } from './0009-own-files.ts';
import { threadSeen } from './0011-thread-seen.ts';
import { knownDevices } from './0012-known-devices.ts';
import { recallEntries } from './0014-recall-entries.ts';

/** In order. A new step is added at the end; a released one is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  preferences,
  questions,
  threads,
  leave,
  rights,
  profile,
  mailLinks,
  ownFiles,
  threadSeen,
  knownDevices,
  recallEntries,
];

/** Steps of the key database, which lives apart. */
export const KEY_MIGRATIONS: readonly Migration[] = [keys];
