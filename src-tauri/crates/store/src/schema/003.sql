-- The day a dossier is first looked at from.

ALTER TABLE settings ADD COLUMN opens_as_of TEXT;
