/** Every suite of the stores runs on both: what holds on one must hold on the other. */
export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];
