import type { Shape } from '../../../message-key.ts';
import type { company as german } from '../../de/company/index.ts';
import { ask } from './ask.ts';
import { dialogue } from './dialogue.ts';
import { exports } from './exports.ts';
import { fields } from './fields.ts';
import { overview } from './overview.ts';
import { owner } from './owner.ts';
import { people } from './people.ts';
import { recalls } from './recalls.ts';
import { segment } from './segment.ts';
import { planned, uses } from './uses.ts';

export const company: Shape<typeof german> = {
  nav: {
    overview: 'Overview',
    people: 'People',
    recalls: 'Data recalls',
    uses: 'Sent',
    segments: 'Segments',
    ask: 'Questions',
    messages: 'Messages',
    fields: 'Extra details',
  },
  ask,
  overview,
  owner,
  ...people,
  ...segment,
  exports,
  uses,
  planned,
  dialogue,
  recalls,
  fields,
};
