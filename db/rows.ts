import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** A row as `to_jsonb` gives it. */
export type Json = Record<string, unknown>

/** Makes of rows that came as JSON what Drizzle makes of rows: its names, and dates where it has dates. */
export function rowsOf<Table extends PgTable>(table: Table) {
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => ({
    name,
    from: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    column,
  }))
  return (rows: Json[] | null): Table['$inferSelect'][] =>
    (rows ?? []).map((row) => {
      const made: Json = {}
      for (const { name, from, column } of columns) {
        const value = row[from] ?? null
        made[name] = value === null ? null : column.mapFromDriverValue(value)
      }
      return made
    })
}
