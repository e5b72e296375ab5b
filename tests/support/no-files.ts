/** For portals in which nobody asks for a file of theirs. */
export const NO_FILES = { build: async () => {}, removeExpired: async () => 0 };
