import type { Shape } from '../../message-key.ts';
import type { company as german } from '../de/company.ts';

export const company: Shape<typeof german> = {
  nav: {
    overview: 'Overview',
    people: 'People',
    segments: 'Segments',
    exports: 'Exports',
    purposes: 'Purposes',
    team: 'Team',
  },
  overview: { title: 'Overview' },
  people: { title: 'People' },
  person: { title: 'Person' },
  segments: { title: 'Segments' },
  segment: { title: 'Segment' },
  exports: { title: 'Exports' },
  purposes: { title: 'Purposes' },
  team: { title: 'Team' },
};
