CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"customer_id" uuid,
	"colleague_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "is_one_person" CHECK (("sessions"."customer_id" is null) <> ("sessions"."colleague_id" is null))
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"by" text NOT NULL,
	"hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"guesses" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"restriction_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"account" text NOT NULL,
	"wish" text DEFAULT '' NOT NULL,
	"lodged_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"ruling" text,
	"reasons" text,
	CONSTRAINT "appeals_reference_unique" UNIQUE("reference"),
	CONSTRAINT "one_appeal_about_one_restriction" UNIQUE("restriction_id"),
	CONSTRAINT "has_an_account" CHECK (length(trim("appeals"."account")) > 0),
	CONSTRAINT "a_ruling_says_who_when_and_why" CHECK (("appeals"."ruling" is null and "appeals"."decided_by" is null and "appeals"."decided_at" is null and "appeals"."reasons" is null) or ("appeals"."ruling" is not null and "appeals"."decided_by" is not null and "appeals"."decided_at" is not null and length(trim("appeals"."reasons")) > 0))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"about_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"channel" text NOT NULL,
	"customer_id" uuid,
	"from_address" text,
	"sender" text NOT NULL,
	"subject" text,
	"body" text,
	"file_names" text[] DEFAULT '{}' NOT NULL,
	"message_id" text,
	"unparsed" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"lane" text NOT NULL,
	"why" text[] DEFAULT '{}' NOT NULL,
	"counted" boolean NOT NULL,
	"desk" text NOT NULL,
	"colleague" text,
	"reasons" jsonb NOT NULL,
	"next_allowed_at" timestamp with time zone,
	"open_routes" jsonb NOT NULL,
	"state" text NOT NULL,
	"delivered_at" timestamp with time zone,
	"read_due_at" timestamp with time zone,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	CONSTRAINT "contacts_key_unique" UNIQUE("key"),
	CONSTRAINT "only_ordinary_is_held" CHECK ("contacts"."outcome" = 'deliver' or "contacts"."lane" = 'ordinary'),
	CONSTRAINT "only_a_known_customer_is_held" CHECK ("contacts"."outcome" = 'deliver' or ("contacts"."sender" = 'known' and "contacts"."customer_id" is not null)),
	CONSTRAINT "held_says_why_and_by_when_it_is_read" CHECK ("contacts"."outcome" = 'deliver' or (jsonb_array_length("contacts"."reasons") > 0 and "contacts"."read_due_at" is not null)),
	CONSTRAINT "a_hold_names_an_open_way" CHECK ("contacts"."outcome" = 'deliver' or jsonb_array_length("contacts"."open_routes") > 0),
	CONSTRAINT "only_ordinary_is_counted" CHECK (not "contacts"."counted" or ("contacts"."lane" = 'ordinary' and "contacts"."sender" = 'known' and "contacts"."outcome" = 'deliver')),
	CONSTRAINT "state_fits_outcome" CHECK (("contacts"."outcome" = 'deliver') = ("contacts"."state" in ('delivering', 'delivered'))),
	CONSTRAINT "a_colleague_settles" CHECK (("contacts"."state" in ('releasing', 'released', 'read')) = ("contacts"."settled_by" is not null and "contacts"."settled_at" is not null)),
	CONSTRAINT "delivered_says_when" CHECK (("contacts"."state" in ('delivered', 'released')) = ("contacts"."delivered_at" is not null)),
	CONSTRAINT "held_is_never_erased" CHECK ("contacts"."erased_at" is null or "contacts"."state" not in ('held', 'releasing', 'delivering'))
);
--> statement-breakpoint
CREATE TABLE "originals" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"raw" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about_id" uuid,
	"by" text NOT NULL,
	"language" text NOT NULL,
	"print_points" integer NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"pack" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"in_reply_to" text,
	"sent_at" timestamp with time zone,
	CONSTRAINT "told_once" UNIQUE("kind","about_id"),
	CONSTRAINT "has_words" CHECK (length(trim("notices"."subject")) > 0 and length(trim("notices"."body")) > 0)
);
--> statement-breakpoint
CREATE TABLE "colleagues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "colleagues_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"name" text NOT NULL,
	"address" text[] DEFAULT '{}' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"print_points" integer DEFAULT 12 NOT NULL,
	"notices_by" text DEFAULT 'email' NOT NULL,
	CONSTRAINT "customers_reference_unique" UNIQUE("reference"),
	CONSTRAINT "print_points_are_readable" CHECK ("customers"."print_points" between 12 and 48)
);
--> statement-breakpoint
CREATE TABLE "identifiers" (
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "one_row_per_identifier" UNIQUE("kind","value","customer_id")
);
--> statement-breakpoint
CREATE TABLE "restrictions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"measures" jsonb NOT NULL,
	"reason" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"warning_id" uuid,
	"warning_exception" jsonb,
	"pack" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"review_on" date NOT NULL,
	"lapses_on" date NOT NULL,
	"notice_id" uuid NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	"lift_reason" text,
	CONSTRAINT "restrictions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "has_a_measure" CHECK (jsonb_typeof("restrictions"."measures") = 'array' and jsonb_array_length("restrictions"."measures") > 0),
	CONSTRAINT "leaves_a_channel_open" CHECK (not jsonb_path_exists("restrictions"."measures", '$[*] ? (@.code == "channels" && !(exists(@.open[*])))')),
	CONSTRAINT "has_a_reason" CHECK (length(trim("restrictions"."reason")) > 0),
	CONSTRAINT "has_dated_evidence" CHECK (jsonb_typeof("restrictions"."evidence") = 'array' and jsonb_array_length("restrictions"."evidence") > 0 and not jsonb_path_exists("restrictions"."evidence", '$[*] ? (!(exists(@.on)) || !(exists(@.what)))')),
	CONSTRAINT "warned_first_or_says_why_not" CHECK ("restrictions"."warning_id" is not null or coalesce("restrictions"."warning_exception" ?& array['reason', 'authorisedBy'], false)),
	CONSTRAINT "ends_after_it_starts" CHECK ("restrictions"."ends_at" > "restrictions"."starts_at"),
	CONSTRAINT "is_decided_before_it_starts" CHECK ("restrictions"."decided_at" <= "restrictions"."starts_at"),
	CONSTRAINT "is_reviewed_while_it_runs" CHECK ("restrictions"."review_on" > ("restrictions"."starts_at" at time zone 'Europe/London')::date and "restrictions"."review_on" <= ("restrictions"."ends_at" at time zone 'Europe/London')::date),
	CONSTRAINT "lapses_after_its_review" CHECK ("restrictions"."lapses_on" >= "restrictions"."review_on"),
	CONSTRAINT "lift_says_who_and_why" CHECK (("restrictions"."lifted_at" is null) = ("restrictions"."lifted_by" is null) and ("restrictions"."lifted_at" is null) = ("restrictions"."lift_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "warnings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"conduct" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"proposed" text NOT NULL,
	"clause" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"notice_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_colleague_id_colleagues_id_fk" FOREIGN KEY ("colleague_id") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD CONSTRAINT "sign_in_codes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_restriction_id_restrictions_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restrictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_colleagues_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_settled_by_colleagues_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "originals" ADD CONSTRAINT "originals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identifiers" ADD CONSTRAINT "identifiers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_warning_id_warnings_id_fk" FOREIGN KEY ("warning_id") REFERENCES "public"."warnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_decided_by_colleagues_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_lifted_by_colleagues_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_given_by_colleagues_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."colleagues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "codes_of_customer" ON "sign_in_codes" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "audit_about" ON "audit" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "counted_contacts" ON "contacts" USING btree ("customer_id","received_at") WHERE counted;--> statement-breakpoint
CREATE INDEX "contacts_of_customer" ON "contacts" USING btree ("customer_id","received_at");--> statement-breakpoint
CREATE INDEX "contacts_by_state" ON "contacts" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "restrictions_of_customer" ON "restrictions" USING btree ("customer_id");