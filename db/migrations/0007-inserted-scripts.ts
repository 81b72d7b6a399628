/** Which scripts stand in a written reply, and where: after a restart too it is known what was inserted, and what was changed of it (N3). */
export const INSERTED_SCRIPTS = `
ALTER TABLE draft ADD COLUMN inserted TEXT NOT NULL DEFAULT '[]';
`
