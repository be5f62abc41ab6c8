/** One row of the table: what was done, and how often in a second. */
export type Measured = { name: string; perSecond: number }

/** Runs `work` over and over for about `ms` milliseconds, after a warm-up of a fifth of that, and counts. */
export async function measure(name: string, work: () => unknown, ms = 2_000): Promise<Measured> {
  await repeat(work, ms / 5)
  const { times, took } = await repeat(work, ms)
  return { name, perSecond: (times / took) * 1_000 }
}

async function repeat(work: () => unknown, ms: number): Promise<{ times: number; took: number }> {
  const began = performance.now()
  let times = 0
  while (performance.now() - began < ms) {
    await work()
    times += 1
  }
  return { times, took: performance.now() - began }
}

/** Prints measurements beside the first of them: only the ratio carries over to another machine. */
export function printTable(title: string, rows: Measured[]): void {
  const base = rows[0]?.perSecond ?? 1
  console.log(`\n${title}`)
  for (const { name, perSecond } of rows) {
    console.log(
      `  ${name.padEnd(58)} ${perSecond.toFixed(perSecond < 100 ? 1 : 0).padStart(9)} /s   × ${(perSecond / base).toFixed(2)}`,
    )
  }
}
