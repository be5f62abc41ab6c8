CREATE TABLE "bank_holidays" (
	"nation" text NOT NULL,
	"day" date NOT NULL,
	"title" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bank_holidays_nation_day_pk" PRIMARY KEY("nation","day")
);
--> statement-breakpoint

-- What the official feed has shown once is never taken back: a due day that a customer was told stays right.
CREATE TRIGGER bank_holidays_only_grow BEFORE UPDATE OR DELETE ON bank_holidays FOR EACH ROW EXECUTE FUNCTION refuse_change();
