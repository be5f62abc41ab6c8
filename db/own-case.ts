import { type Calendar, calendarOf, type Nation } from '../rules/bank-holidays.ts'
import { calendarSpan } from '../rules/london.ts'
import type { Appeal } from './appeals.ts'
import type { ContactRow } from './contacts.ts'
import type { Ledger } from './ledger.ts'
import type { RestrictionRow } from './restrictions.ts'
import { type Json, rowsOf } from './rows.ts'
import { appeals } from './tables/appeals.ts'
import { contacts } from './tables/contacts.ts'
import { notices } from './tables/notices.ts'
import type { colleagues } from './tables/people.ts'
import { restrictions, warnings } from './tables/restrictions.ts'

type Colleague = Pick<typeof colleagues.$inferSelect, 'name' | 'role'>

/** What "your restrictions" tells of one customer, as the ledger has it at one instant. Lists are newest first. */
export type OwnCase = {
  restrictions: RestrictionRow[]
  warnings: (typeof warnings.$inferSelect)[]
  appeals: Appeal[]
  /** The newest ones, without what was written in them. */
  contacts: Pick<ContactRow, 'id' | 'channel' | 'receivedAt' | 'state' | 'readDueAt' | 'lane'>[]
  /** How the notices of restrictions went. */
  notices: Pick<typeof notices.$inferSelect, 'id' | 'writtenAt' | 'by'>[]
  /** Those who decided or warned, by id. */
  colleagues: Record<string, Colleague>
  /** Counted contacts of this day, week and month. */
  used: Record<'day' | 'week' | 'month', number>
  calendar: Calendar
}

const counted = (from: string, to: string) =>
  `(select count(*) from contacts where customer_id = $1 and counted and received_at >= ${from} and received_at < ${to})`

/**
 * One question instead of ten: this page is the one that customers load again and again, and most of its time went
 * into asking. PostgreSQL keeps the plan, and nothing else is kept.
 */
const question = `
  with own as (select * from restrictions where customer_id = $1),
    warned as (select * from warnings where customer_id = $1)
  select
    (select jsonb_agg(to_jsonb(own) order by starts_at desc) from own) as restrictions,
    (select jsonb_agg(to_jsonb(warned) order by given_at desc) from warned) as warnings,
    (select jsonb_agg(to_jsonb(a) order by lodged_at desc) from appeals a where customer_id = $1) as appeals,
    (select jsonb_agg(to_jsonb(c)) from (
      select id, channel, received_at, state, read_due_at, lane from contacts
      where customer_id = $1 order by received_at desc limit 10) c) as contacts,
    (select jsonb_agg(to_jsonb(n)) from (
      select id, written_at, by from notices where id in (select notice_id from own)) n) as notices,
    (select jsonb_object_agg(id, jsonb_build_object('name', name, 'role', role)) from colleagues
      where id in (select decided_by from own union all select given_by from warned)) as colleagues,
    (select jsonb_agg(day) from bank_holidays where nation = $2) as days,
    jsonb_build_object('day', ${counted('$3', '$4')}, 'week', ${counted('$5', '$6')}, 'month', ${counted('$7', '$8')}) as used`

type Answer = {
  [Name in 'restrictions' | 'warnings' | 'appeals' | 'contacts' | 'notices']: Json[] | null
} & { colleagues: OwnCase['colleagues'] | null; days: string[] | null; used: OwnCase['used'] }

const read = {
  restrictions: rowsOf(restrictions),
  warnings: rowsOf(warnings),
  appeals: rowsOf(appeals),
  contacts: rowsOf(contacts),
  notices: rowsOf(notices),
}

/** All that "your restrictions" needs to know of a customer, in one question to the ledger. */
export async function readOwnCase(
  ledger: Ledger,
  ask: { customerId: string; nation: Nation; now: Date },
): Promise<OwnCase> {
  const { customerId, nation, now } = ask
  const spans = (['day', 'week', 'month'] as const).flatMap((per) => {
    const { from, to } = calendarSpan(now, per)
    return [from.toISOString(), to.toISOString()]
  })
  const [answer] = await ledger.ask<Answer>(question, [customerId, nation, ...spans])
  if (!answer) throw new Error('PostgreSQL gave no row for a question that always has one')
  return {
    restrictions: read.restrictions(answer.restrictions),
    warnings: read.warnings(answer.warnings),
    appeals: read.appeals(answer.appeals),
    contacts: read.contacts(answer.contacts),
    notices: read.notices(answer.notices),
    colleagues: answer.colleagues ?? {},
    used: answer.used,
    calendar: calendarOf(nation, answer.days ?? []),
  }
}
