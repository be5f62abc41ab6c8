import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema.ts'

/** A connection or a transaction: every query in this room takes one, so that facts and jobs share a transaction. */
export type Tx = PostgresJsDatabase<typeof schema>

/**
 * An open ledger. `ask` asks a question in SQL whose plan PostgreSQL keeps, for the few that are asked all the time.
 * `close` ends its connections, waiting at most five seconds for those at work.
 */
export type Ledger = {
  db: Tx
  ask<Row>(question: string, values: string[]): Promise<Row[]>
  close(): Promise<void>
}

/** Opens connections lazily: a PostgreSQL that is down is noticed by the first query, not here. */
export function openLedger(databaseUrl: string, connections = 10): Ledger {
  const client = postgres(databaseUrl, { max: connections, connect_timeout: 2, onnotice: () => undefined })
  return {
    db: drizzle(client, { schema, casing: 'snake_case' }),
    ask: async <Row>(question: string, values: string[]) =>
      (await client.unsafe(question, values, { prepare: true })) as unknown as Row[],
    close: () => client.end({ timeout: 5 }),
  }
}
