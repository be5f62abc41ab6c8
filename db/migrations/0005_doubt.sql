ALTER TABLE "contacts" ADD COLUMN "doubt" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "doubt_is_a_share" CHECK ("contacts"."doubt" between 0 and 1);