import { sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import { loadPolicy } from '../house.ts'
import type { Policy } from '../policies/resolve.ts'
import { addDays, dayOf, instantAt } from '../rules/london.ts'
import type { Settings } from '../settings.ts'
import type { Colleague } from './colleagues.ts'
import type { Customer } from './customers.ts'
import { type DemonstrationCase, demonstrationCases, demonstrationColleagues } from './demonstration-cases.ts'
import { datesOfCase } from './demonstration-dates.ts'
import { appeal, hold, restrict, type Stage, warn } from './demonstration-steps.ts'
import { openLedger, type Tx } from './ledger.ts'
import { colleagues, customers, identifiers } from './schema.ts'

type Ask = { databaseUrl: string; settings: Settings; clock: Clock }

/**
 * Writes the contract's demonstration people into a ledger that has no customers: eight customers with their
 * warnings, restrictions and letters, six colleagues, an appeal that awaits a decision and three held contacts. All
 * dates follow from the clock, all lengths and clauses from the policy in force. One transaction; a second run, or a
 * second process at the same time, changes nothing. Throws when there is no SESSION_SECRET to keep codes with.
 */
export async function seedIfEmpty({ databaseUrl, settings, clock }: Ask): Promise<void> {
  const policy = await loadPolicy(settings)
  const ledger = openLedger(databaseUrl, 1)
  try {
    await ledger.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('clearway demonstration'))`)
      const [someone] = await tx.select({ id: customers.id }).from(customers).limit(1)
      if (someone) return
      const { sessionSecret: secret, publicUrl } = settings
      if (!secret) throw new Error('SESSION_SECRET is not set: write at least 32 random characters.')
      await seed(tx, { policy, secret, publicUrl, now: clock.now() })
    })
  } finally {
    await ledger.close()
  }
}

async function seed(
  tx: Tx,
  world: { policy: Policy; secret: string; publicUrl: string; now: Date },
): Promise<void> {
  const everyone = await writeColleagues(tx, world.now)
  for (const [index, each] of demonstrationCases.entries()) {
    const customer = await writeCustomer(tx, each, index)
    const dates = datesOfCase(world.now, world.policy, each.restriction?.isOver ?? false)
    await play({ ...world, tx, colleagues: everyone, customer, dates }, each, index)
  }
}

/** In the order of seniority, which the console's sign-in keeps. */
async function writeColleagues(tx: Tx, now: Date): Promise<Colleague[]> {
  const joinedAt = instantAt(addDays(dayOf(now), -400), '09:00')
  const rows = demonstrationColleagues.map(({ role, name }, index) => ({
    role,
    name,
    email: `${role}@landlord.example`,
    createdAt: new Date(joinedAt.getTime() + index * 60_000),
  }))
  await tx.insert(colleagues).values(rows).onConflictDoNothing({ target: colleagues.email })
  return await tx.select().from(colleagues)
}

function addressOf({ account }: DemonstrationCase): string {
  return `${account}@demo.example`
}

async function writeCustomer(tx: Tx, each: DemonstrationCase, index: number): Promise<Customer> {
  const { name, language, printPoints, noticesBy, phone } = each
  const [customer] = await tx
    .insert(customers)
    .values({
      reference: `C-${10421 + index}`,
      name,
      address: [`${12 + 3 * index} Orchard Close`, 'Exampleton', `EX1 ${index + 1}AB`],
      language,
      printPoints,
      noticesBy,
    })
    .returning()
  if (!customer) throw new Error('a demonstration customer was not written')
  await tx.insert(identifiers).values([
    { customerId: customer.id, kind: 'email', value: addressOf(each) },
    { customerId: customer.id, kind: 'phone', value: phone },
  ])
  return customer
}

/** What happened to one customer, in its order. */
async function play(stage: Stage, each: DemonstrationCase, index: number): Promise<void> {
  if (!each.warning) return
  const warningId = await warn(stage, each.warning)
  if (!each.restriction) return
  const restriction = await restrict(stage, {
    restriction: each.restriction,
    warningId,
    reference: `R-${2041 + index}`,
  })
  if (each.appeal) await appeal(stage, each.appeal, restriction)
  for (const held of each.held ?? []) await hold(stage, { ...held, from: addressOf(each) }, restriction)
}
