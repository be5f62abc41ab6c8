CREATE TABLE "alert_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"alert_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"by" text NOT NULL,
	"target" text NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"fault" text,
	CONSTRAINT "called_once_a_round" UNIQUE("alert_id","round","by","target")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	CONSTRAINT "alerted_once" UNIQUE("contact_id","kind"),
	CONSTRAINT "taken_says_who_and_when" CHECK (("alerts"."taken_by" is null) = ("alerts"."taken_at" is null))
);
--> statement-breakpoint
CREATE TABLE "appeal_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"appeal_id" uuid NOT NULL,
	"asked_by" uuid,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_has_words" CHECK (length(trim("appeal_messages"."text")) > 0)
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"read_by" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"mark" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "reading_has_a_mark" CHECK ("readings"."mark" in ('urgent', 'complaint', 'ordinary'))
);
--> statement-breakpoint
CREATE TABLE "samples" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"contact_id" uuid NOT NULL,
	"drawn_on" date NOT NULL,
	"reading_id" uuid,
	CONSTRAINT "drawn_once" UNIQUE("contact_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"form" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"answers" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_draft_of_a_form" UNIQUE("customer_id","form","about")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about_id" uuid,
	"account" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"contact_id" uuid,
	"consent_at" timestamp with time zone,
	"consent_ended_at" timestamp with time zone,
	"lodged_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "requests_reference_unique" UNIQUE("reference"),
	CONSTRAINT "answer_says_who_when_and_what" CHECK (("requests"."answered_by" is null and "requests"."answered_at" is null and "requests"."answer" is null) or ("requests"."answered_by" is not null and "requests"."answered_at" is not null and length(trim(coalesce("requests"."answer", ''))) > 0)),
	CONSTRAINT "support_and_representative_need_consent" CHECK ("requests"."kind" not in ('support', 'representative') or "requests"."consent_at" is not null),
	CONSTRAINT "consent_ends_after_it_began" CHECK ("requests"."consent_ended_at" is null or "requests"."consent_ended_at" >= "requests"."consent_at")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid,
	"about_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contacts" DROP CONSTRAINT "a_colleague_settles";--> statement-breakpoint
ALTER TABLE "appeals" ALTER COLUMN "restriction_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "appeals" ADD COLUMN "warning_id" uuid;--> statement-breakpoint
ALTER TABLE "appeals" ADD COLUMN "marker_id" uuid;--> statement-breakpoint
ALTER TABLE "appeals" ADD COLUMN "representative" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "appeals" ADD COLUMN "late_reason" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "raised_by" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "raised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "formats" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_calls" ADD CONSTRAINT "alert_calls_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_taken_by_colleagues_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_messages" ADD CONSTRAINT "appeal_messages_appeal_id_appeals_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_messages" ADD CONSTRAINT "appeal_messages_asked_by_colleagues_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_read_by_colleagues_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_reading_id_readings_id_fk" FOREIGN KEY ("reading_id") REFERENCES "public"."readings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_answered_by_colleagues_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_of_appeal" ON "appeal_messages" USING btree ("appeal_id");--> statement-breakpoint
CREATE INDEX "readings_of_contact" ON "readings" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "readings_by_time" ON "readings" USING btree ("read_at");--> statement-breakpoint
CREATE INDEX "samples_by_day" ON "samples" USING btree ("drawn_on");--> statement-breakpoint
CREATE INDEX "requests_of_customer" ON "requests" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "uploads_about" ON "uploads" USING btree ("about_id");--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_warning_id_warnings_id_fk" FOREIGN KEY ("warning_id") REFERENCES "public"."warnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_marker_id_markers_id_fk" FOREIGN KEY ("marker_id") REFERENCES "public"."markers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "one_appeal_about_one_warning" UNIQUE("warning_id");--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "one_appeal_about_one_marker" UNIQUE("marker_id");--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeal_is_about_one_thing" CHECK (num_nonnulls("appeals"."restriction_id", "appeals"."warning_id", "appeals"."marker_id") = 1);--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "somebody_settles" CHECK (case "contacts"."state" when 'read' then "contacts"."settled_at" is not null when 'releasing' then "contacts"."settled_at" is not null or "contacts"."raised_at" is not null when 'released' then "contacts"."settled_at" is not null or "contacts"."raised_at" is not null else "contacts"."settled_at" is null and "contacts"."raised_at" is null end);--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "settled_says_who" CHECK (("contacts"."settled_by" is null) = ("contacts"."settled_at" is null));--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "raised_says_how" CHECK (("contacts"."raised_by" is null) = ("contacts"."raised_at" is null));--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "withdrawn_says_when" CHECK (("contacts"."state" = 'withdrawn') = ("contacts"."withdrawn_at" is not null));
--> statement-breakpoint

-- I12: what a person found, whom an alert called and what was said about an appeal stay as they were written.
CREATE TRIGGER readings_stay BEFORE UPDATE OR DELETE ON readings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alert_calls_stay BEFORE UPDATE OR DELETE ON alert_calls FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER alerts_are_kept BEFORE DELETE ON alerts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER appeal_messages_stay BEFORE UPDATE OR DELETE ON appeal_messages FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER requests_are_kept BEFORE DELETE ON requests FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- I4: what a customer took back, or sent through, stays so.
CREATE FUNCTION keep_what_the_customer_did() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.withdrawn_at IS NOT NULL AND NEW.state <> 'withdrawn')
    OR (OLD.raised_at IS NOT NULL AND (NEW.raised_at, NEW.raised_by) IS DISTINCT FROM (OLD.raised_at, OLD.raised_by)) THEN
    RAISE EXCEPTION 'what a customer did with a contact stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contacts_keep_what_the_customer_did BEFORE UPDATE ON contacts FOR EACH ROW EXECUTE FUNCTION keep_what_the_customer_did();
--> statement-breakpoint

-- I8, of all three things that can be appealed: whoever warned, decided, reviewed, placed the marker, allowed the exception
-- or wrote the evidence does not decide the appeal; and neither officers nor contractors decide one.
CREATE OR REPLACE FUNCTION heard_by_somebody_else() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  theirs jsonb := jsonb_build_array(jsonb_build_object('by', NEW.decided_by::text));
BEGIN
  IF NEW.decided_by IS NULL THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM colleagues WHERE id = NEW.decided_by AND active AND role NOT IN ('officer', 'contractor')) THEN
    RAISE EXCEPTION 'an appeal is decided by an active colleague who may hear one' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM restrictions r LEFT JOIN warnings w ON w.id = r.warning_id
    WHERE r.id = NEW.restriction_id
      AND (NEW.decided_by IN (r.decided_by, w.given_by)
        OR r.warning_exception->>'authorisedBy' = NEW.decided_by::text
        OR r.evidence @> theirs OR w.evidence @> theirs
        OR EXISTS (SELECT 1 FROM reviews v WHERE v.restriction_id = r.id AND v.reviewed_by = NEW.decided_by)
        OR EXISTS (SELECT 1 FROM markers m WHERE m.restriction_id = r.id AND m.placed_by = NEW.decided_by)))
    OR EXISTS (SELECT 1 FROM warnings w WHERE w.id = NEW.warning_id AND (w.given_by = NEW.decided_by OR w.evidence @> theirs))
    OR EXISTS (SELECT 1 FROM markers m WHERE m.id = NEW.marker_id AND m.placed_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who took no earlier part' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
