import { decision } from './decision.ts';
import { dialogue } from './dialogue.ts';
import { leaving } from './leave.ts';
import { overview } from './overview.ts';
import { ownProfile } from './own-profile.ts';
import { questions } from './questions.ts';
import { record } from './record.ts';
import { rights } from './rights.ts';
import { takeAlong } from './take-along.ts';
import { wishes } from './wishes.ts';

export const me = {
  ...overview,
  ...decision,
  ...questions,
  ...record,
  ...ownProfile,
  ...takeAlong,
  ...wishes,
  ...leaving,
  rights,
  ...dialogue,
};
