-- Rules that no code can forget. Each refuses in the database what the rooms above must never do.

-- I12: the audit trail is append-only.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- House idea 7, words as seen: of a notice, only the time of sending is ever added, once.
CREATE FUNCTION keep_notice_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL OR to_jsonb(NEW) - 'sent_at' IS DISTINCT FROM to_jsonb(OLD) - 'sent_at' THEN
    RAISE EXCEPTION 'a notice stays as it was sent' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER notices_stay_as_sent BEFORE UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION keep_notice_as_sent();
--> statement-breakpoint
CREATE TRIGGER notices_are_kept BEFORE DELETE ON notices FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- I4: a contact is never deleted; how it was decided and when it came never change.
CREATE FUNCTION keep_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.key, NEW.channel, NEW.received_at, NEW.outcome, NEW.lane, NEW.counted)
     IS DISTINCT FROM (OLD.key, OLD.channel, OLD.received_at, OLD.outcome, OLD.lane, OLD.counted) THEN
    RAISE EXCEPTION 'the receipt and decision of a contact never change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contacts_keep_their_decision BEFORE UPDATE ON contacts FOR EACH ROW EXECUTE FUNCTION keep_contact();
--> statement-breakpoint
CREATE TRIGGER contacts_are_kept BEFORE DELETE ON contacts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- I4: the original of a contact goes only when the contact itself has been erased after delivery.
CREATE FUNCTION keep_original() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM contacts WHERE id = OLD.contact_id AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the original of a contact is kept until the contact is erased' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER originals_are_kept BEFORE DELETE ON originals FOR EACH ROW EXECUTE FUNCTION keep_original();
--> statement-breakpoint

-- I3: a named, active colleague of the landlord decides; never a contractor, never software.
CREATE FUNCTION decided_by_a_colleague() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM colleagues WHERE id = NEW.decided_by AND active AND role <> 'contractor') THEN
    RAISE EXCEPTION 'a restriction is decided by an active colleague' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER restrictions_are_decided_by_a_colleague BEFORE INSERT OR UPDATE OF decided_by ON restrictions
  FOR EACH ROW EXECUTE FUNCTION decided_by_a_colleague();
--> statement-breakpoint

-- I10: notice comes before effect, and it is about this restriction's customer.
CREATE FUNCTION noticed_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM notices WHERE id = NEW.notice_id AND customer_id = NEW.customer_id
                 AND (written_at <= NEW.starts_at OR NEW.warning_exception IS NOT NULL)) THEN
    RAISE EXCEPTION 'a restriction starts after its notice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER restrictions_are_noticed_first BEFORE INSERT OR UPDATE OF notice_id, starts_at ON restrictions
  FOR EACH ROW EXECUTE FUNCTION noticed_first();
--> statement-breakpoint

-- I8: whoever decided the restriction does not decide the appeal against it.
CREATE FUNCTION heard_by_somebody_else() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by IS NOT NULL AND EXISTS (
    SELECT 1 FROM restrictions r LEFT JOIN warnings w ON w.id = r.warning_id
    WHERE r.id = NEW.restriction_id AND NEW.decided_by IN (r.decided_by, w.given_by)) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who took no earlier part' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER appeals_are_heard_by_somebody_else BEFORE INSERT OR UPDATE OF decided_by ON appeals
  FOR EACH ROW EXECUTE FUNCTION heard_by_somebody_else();
