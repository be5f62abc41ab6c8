import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Ledger } from './ledger.ts'
import * as schema from './schema.ts'

const tables = Object.values(schema).filter((each) => is(each, PgTable))
/** What is the same for every customer and shows on their pages. Both are small. */
const shared = [schema.colleagues, schema.bankHolidays]

/** Which rows there are and which change of each: a row that is written again has another `xmin`. */
function changesOf(table: PgTable, where: string): string {
  return `select tableoid, ctid, xmin from ${getTableName(table)} ${where}`
}

const question = `select coalesce(string_agg(concat(tableoid, ctid, xmin), ' ' order by tableoid, ctid), '') as mark from (${[
  ...tables
    .filter((table) => 'customerId' in getTableColumns(table))
    .map((table) => changesOf(table, 'where customer_id = $1')),
  changesOf(schema.customers, 'where id = $1'),
  ...shared.map((table) => changesOf(table, '')),
].join(' union all ')}) as rows`

/**
 * A mark of everything that the ledger holds about a customer: another one as soon as a row is added, changed or taken
 * away in any table that names them, so that nobody has to say what has changed. Costs one question.
 */
export async function markOf(ledger: Ledger, customerId: string): Promise<string> {
  const [row] = await ledger.ask<{ mark: string }>(question, [customerId])
  return row?.mark ?? ''
}
