CREATE INDEX "sessions_of_customer" ON "sessions" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "appeals_of_customer" ON "appeals" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "notices_of_customer" ON "notices" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "identifiers_of_customer" ON "identifiers" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "uploads_of_customer" ON "uploads" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "warnings_of_customer" ON "warnings" USING btree ("customer_id");