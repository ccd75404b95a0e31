-- What a judgement holds to be so, and where a source without its text says something.

ALTER TABLE note ADD COLUMN proposition TEXT;

ALTER TABLE citation ADD COLUMN locator TEXT;
