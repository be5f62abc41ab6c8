CREATE TABLE "markers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"restriction_id" uuid,
	"note" text NOT NULL,
	"precaution" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"review_on" date NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"remove_reason" text,
	CONSTRAINT "marker_has_words" CHECK (length(trim("markers"."note")) > 0 and length(trim("markers"."precaution")) > 0),
	CONSTRAINT "marker_is_reviewed_within_a_year" CHECK ("markers"."review_on" > ("markers"."placed_at" at time zone 'Europe/London')::date and "markers"."review_on" <= ("markers"."placed_at" at time zone 'Europe/London')::date + interval '12 months'),
	CONSTRAINT "marker_removal_says_who_and_why" CHECK (("markers"."removed_at" is null and "markers"."removed_by" is null and "markers"."remove_reason" is null) or ("markers"."removed_at" is not null and "markers"."removed_by" is not null and length(trim(coalesce("markers"."remove_reason", ''))) > 0))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"restriction_id" uuid NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"evidence" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"next_review_on" date,
	CONSTRAINT "review_has_an_outcome" CHECK ("reviews"."outcome" in ('lift', 'reduce', 'keep')),
	CONSTRAINT "review_has_a_reason" CHECK (length(trim("reviews"."reason")) > 0),
	CONSTRAINT "review_evidence_is_dated" CHECK (jsonb_typeof("reviews"."evidence") = 'array' and not jsonb_path_exists("reviews"."evidence", '$[*] ? (!(exists(@.on)) || !(exists(@.what)))')),
	CONSTRAINT "keeping_needs_evidence" CHECK ("reviews"."outcome" <> 'keep' or jsonb_array_length("reviews"."evidence") > 0),
	CONSTRAINT "keeping_needs_a_next_review" CHECK (("reviews"."outcome" = 'keep') <= ("reviews"."next_review_on" is not null)),
	CONSTRAINT "lifting_needs_no_next_review" CHECK ("reviews"."outcome" <> 'lift' or "reviews"."next_review_on" is null),
	CONSTRAINT "next_review_within_six_months" CHECK ("reviews"."next_review_on" is null or ("reviews"."next_review_on" > ("reviews"."reviewed_at" at time zone 'Europe/London')::date and "reviews"."next_review_on" <= ("reviews"."reviewed_at" at time zone 'Europe/London')::date + interval '6 months'))
);
--> statement-breakpoint
ALTER TABLE "appeals" DROP CONSTRAINT "a_ruling_says_who_when_and_why";--> statement-breakpoint
ALTER TABLE "markers" ADD CONSTRAINT "markers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markers" ADD CONSTRAINT "markers_restriction_id_restrictions_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restrictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markers" ADD CONSTRAINT "markers_placed_by_colleagues_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markers" ADD CONSTRAINT "markers_removed_by_colleagues_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_restriction_id_restrictions_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restrictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewed_by_colleagues_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "markers_of_customer" ON "markers" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "reviews_of_restriction" ON "reviews" USING btree ("restriction_id");--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "a_ruling_says_who_when_and_why" CHECK (("appeals"."ruling" is null and "appeals"."decided_by" is null and "appeals"."decided_at" is null and "appeals"."reasons" is null) or ("appeals"."ruling" is not null and "appeals"."decided_by" is not null and "appeals"."decided_at" is not null and length(trim(coalesce("appeals"."reasons", ''))) > 0));--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "lapses_soon_after_its_review" CHECK ("restrictions"."lapses_on" <= "restrictions"."review_on" + 28);--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "ends_within_two_years" CHECK (("restrictions"."ends_at" at time zone 'Europe/London') <= ("restrictions"."starts_at" at time zone 'Europe/London') + interval '24 months');--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "lift_has_a_reason" CHECK ("restrictions"."lift_reason" is null or length(trim("restrictions"."lift_reason")) > 0);
--> statement-breakpoint

-- What rules/ refuses is refused here too, when somebody goes past the rules with plain SQL.

-- I3: of the landlord's colleagues, only these roles decide on a person's contact.
CREATE FUNCTION may_decide(colleague uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM colleagues WHERE id = colleague AND active AND role IN ('manager', 'head', 'director'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decided_by_a_colleague() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT may_decide(NEW.decided_by) THEN
    RAISE EXCEPTION 'a restriction is decided by an active colleague: a manager, a head or a director' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- I6: the warning was this customer's own, and its letter was written before the restriction was decided.
CREATE FUNCTION warned_before_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.warning_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM warnings w JOIN notices n ON n.id = w.notice_id
    WHERE w.id = NEW.warning_id AND w.customer_id = NEW.customer_id AND n.customer_id = NEW.customer_id
      AND n.kind = 'warning' AND n.written_at < NEW.decided_at) THEN
    RAISE EXCEPTION 'a restriction is decided after its warning was written to this customer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER restrictions_follow_a_warning BEFORE INSERT ON restrictions FOR EACH ROW EXECUTE FUNCTION warned_before_decided();
--> statement-breakpoint
CREATE TRIGGER warnings_stay_as_given BEFORE UPDATE OR DELETE ON warnings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- I6: the first review is within six months of the start.
CREATE FUNCTION first_reviewed_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.review_on > (NEW.starts_at AT TIME ZONE 'Europe/London')::date + interval '6 months' THEN
    RAISE EXCEPTION 'a restriction is reviewed within six months of its start' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER restrictions_are_reviewed_in_time AFTER INSERT ON restrictions FOR EACH ROW EXECUTE FUNCTION first_reviewed_in_time();
--> statement-breakpoint

-- I2: whether all restrictions of a customer together leave a way at an instant. A visit that needs an appointment is
-- no way to ask for one. Those that may lapse count until their end, because a review may keep them.
CREATE FUNCTION leaves_a_way(customer uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM unnest(ARRAY['email', 'web', 'sms', 'phone', 'letter', 'visit', 'social']) AS way
    WHERE NOT EXISTS (
      SELECT 1 FROM restrictions r CROSS JOIN LATERAL jsonb_array_elements(r.measures) AS measure
      WHERE r.customer_id = customer AND r.starts_at <= at AND at < r.ends_at AND (r.lifted_at IS NULL OR at < r.lifted_at)
        AND ((measure->>'code' = 'channels' AND NOT measure->'open' ? way)
          OR (measure->>'code' IN ('appointment-only', 'office-access') AND way = 'visit'))))
$$;
--> statement-breakpoint
-- More is never in force at once than at a moment when something starts, so those moments are asked about. The
-- customer's row is taken first: of two restrictions written at the same time, the second sees the first.
CREATE FUNCTION together_leave_a_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz;
BEGIN
  PERFORM 1 FROM customers WHERE id = NEW.customer_id FOR NO KEY UPDATE;
  FOR at IN
    SELECT starts_at FROM restrictions
    WHERE customer_id = NEW.customer_id AND starts_at >= NEW.starts_at AND starts_at < NEW.ends_at
  LOOP
    IF NOT leaves_a_way(NEW.customer_id, at) THEN
      RAISE EXCEPTION 'the restrictions of a customer together leave no way open' USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER restrictions_together_leave_a_way AFTER INSERT ON restrictions FOR EACH ROW EXECUTE FUNCTION together_leave_a_way();
--> statement-breakpoint

-- I3: what was decided stays as it was decided: a change is a new decision. It can be lifted, once, and its review can
-- come sooner; it comes later only by a review that says so.
CREATE FUNCTION keep_restriction_as_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_move text[] := ARRAY['review_on', 'lapses_on', 'lifted_at', 'lifted_by', 'lift_reason'];
BEGIN
  IF to_jsonb(NEW) - may_move IS DISTINCT FROM to_jsonb(OLD) - may_move THEN
    RAISE EXCEPTION 'a restriction stays as it was decided: a change is a new decision' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.lifted_at IS NOT NULL AND (NEW.lifted_at, NEW.lifted_by, NEW.lift_reason)
     IS DISTINCT FROM (OLD.lifted_at, OLD.lifted_by, OLD.lift_reason) THEN
    RAISE EXCEPTION 'a restriction that was lifted stays lifted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.review_on > OLD.review_on OR NEW.lapses_on > OLD.lapses_on) AND NOT EXISTS (
    SELECT 1 FROM reviews WHERE restriction_id = NEW.id AND outcome <> 'lift' AND next_review_on = NEW.review_on
      AND NEW.review_on > OLD.review_on) THEN
    RAISE EXCEPTION 'the review of a restriction moves on only by a review' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER restrictions_stay_as_decided BEFORE UPDATE ON restrictions FOR EACH ROW EXECUTE FUNCTION keep_restriction_as_decided();
--> statement-breakpoint
CREATE TRIGGER restrictions_are_kept BEFORE DELETE ON restrictions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- I6: a review is held by somebody who may decide; to keep a restriction takes a reason that was not given before and
-- something that happened since the decision or review before it.
CREATE FUNCTION reviewed_anew() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided restrictions;
  last_on date;
BEGIN
  SELECT * INTO decided FROM restrictions WHERE id = NEW.restriction_id FOR NO KEY UPDATE;
  IF NOT may_decide(NEW.reviewed_by) THEN
    RAISE EXCEPTION 'a review is held by an active colleague: a manager, a head or a director' USING ERRCODE = 'check_violation';
  END IF;
  SELECT (greatest(decided.decided_at, max(reviewed_at)) AT TIME ZONE 'Europe/London')::date INTO last_on
    FROM reviews WHERE restriction_id = NEW.restriction_id;
  IF NEW.outcome = 'keep' AND NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements(NEW.evidence) AS each WHERE (each->>'on')::date > last_on
      AND (each->>'on')::date <= (NEW.reviewed_at AT TIME ZONE 'Europe/London')::date) THEN
    RAISE EXCEPTION 'keeping a restriction needs evidence since the last decision' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.outcome = 'keep' AND EXISTS (
    SELECT 1 FROM (SELECT decided.reason UNION ALL SELECT reason FROM reviews WHERE restriction_id = NEW.restriction_id) AS earlier
    WHERE lower(regexp_replace(trim(earlier.reason), '\s+', ' ', 'g')) = lower(regexp_replace(trim(NEW.reason), '\s+', ' ', 'g'))) THEN
    RAISE EXCEPTION 'keeping a restriction needs a new reason' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reviews_are_new BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION reviewed_anew();
--> statement-breakpoint
CREATE TRIGGER reviews_stay_as_held BEFORE UPDATE OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- I3: a marker is placed by somebody who may decide; of a marker only its end is ever added, once.
CREATE FUNCTION placed_by_a_colleague() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT may_decide(NEW.placed_by) THEN
    RAISE EXCEPTION 'a marker is placed by an active colleague: a manager, a head or a director' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER markers_are_placed_by_a_colleague BEFORE INSERT ON markers FOR EACH ROW EXECUTE FUNCTION placed_by_a_colleague();
--> statement-breakpoint
CREATE FUNCTION keep_marker_as_placed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_move text[] := ARRAY['removed_at', 'removed_by', 'remove_reason'];
BEGIN
  IF OLD.removed_at IS NOT NULL OR to_jsonb(NEW) - may_move IS DISTINCT FROM to_jsonb(OLD) - may_move THEN
    RAISE EXCEPTION 'a marker stays as it was placed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER markers_stay_as_placed BEFORE UPDATE ON markers FOR EACH ROW EXECUTE FUNCTION keep_marker_as_placed();
--> statement-breakpoint
CREATE TRIGGER markers_are_kept BEFORE DELETE ON markers FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- I8: whoever warned, decided, reviewed, placed the marker, allowed the exception or wrote the evidence does not decide
-- the appeal; and neither officers nor contractors decide one.
CREATE OR REPLACE FUNCTION heard_by_somebody_else() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by IS NULL THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM colleagues WHERE id = NEW.decided_by AND active AND role NOT IN ('officer', 'contractor')) THEN
    RAISE EXCEPTION 'an appeal is decided by an active colleague who may hear one' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM restrictions r LEFT JOIN warnings w ON w.id = r.warning_id
    CROSS JOIN LATERAL (SELECT jsonb_build_array(jsonb_build_object('by', NEW.decided_by::text)) AS theirs) AS evidence
    WHERE r.id = NEW.restriction_id
      AND (NEW.decided_by IN (r.decided_by, w.given_by)
        OR r.warning_exception->>'authorisedBy' = NEW.decided_by::text
        OR r.evidence @> evidence.theirs OR w.evidence @> evidence.theirs
        OR EXISTS (SELECT 1 FROM reviews v WHERE v.restriction_id = r.id AND v.reviewed_by = NEW.decided_by)
        OR EXISTS (SELECT 1 FROM markers m WHERE m.restriction_id = r.id AND m.placed_by = NEW.decided_by))) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who took no earlier part' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
